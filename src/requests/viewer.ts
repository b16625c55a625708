import type { PersonChoice, PersonPicker } from '../cards/person-picker.ts';
import type { Context } from './context.ts';
import type { Turn } from './turn.ts';

/** Who looks at a card: what depends on them and on their client. */
export interface Viewer {
  /** The channel's id by which their client renews a card of its own accord; '' where the client cannot. */
  readonly channelId: string;
  /** Who can be picked where the client has no directory of its own to search: the people of the local run. */
  readonly people: readonly PersonChoice[];
  /** Whether the client searches the directory itself, as Teams does. */
  readonly searches: boolean;
}

export function viewerOf({ personas, organisation }: Context, { actor }: Turn): Viewer {
  const people = personas === null ? [] : organisation.people.filter(({ left }) => !left).map(personChoice);
  return { channelId: personas === null ? actor.channelId : '', people, searches: personas === null };
}

/** A field to pick somebody of the directory in. */
export function pickerFor(viewer: Viewer, id: string, label: string): PersonPicker {
  return { id, label, search: viewer.searches, people: viewer.people };
}

export function personChoice(person: {
  readonly oid: string;
  readonly name: string;
  readonly title: string | null;
}): PersonChoice {
  return { value: person.oid, title: [person.name, person.title].filter(Boolean).join(', ') };
}
