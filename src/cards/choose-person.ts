import { type FilledCard, fillCard } from './fill.ts';
import type { Button } from './notice.ts';
import type { PersonChoice } from './person-picker.ts';

/** The choice that none of the directory's people is meant. */
export const nobodyKnown = 'nobody';

export interface ChoosePersonView {
  /** The name as typed. */
  readonly name: string;
  /** Goes on right behind the name: " for who did it. …" */
  readonly why: string;
  readonly people: readonly PersonChoice[];
  readonly confirm: Button;
  /** A way out without choosing. */
  readonly back: readonly Button[];
}

/** A typed name that may mean several people, offered as a choice. */
export function choosePersonCard({ name, why, people, confirm, back }: ChoosePersonView): FilledCard {
  return fillCard('choose-person', {
    ...{ name, why },
    people: [...people, { value: nobodyKnown, title: 'None of them' }],
    ...{ confirm: confirm.title, verb: confirm.verb, data: confirm.data ?? {} },
    back: back.map(({ title, verb, data }) => ({ title, verb, data: data ?? {} })),
  });
}
