import { paragraphs } from './clause-view.ts';
import { type FilledCard, fillCard } from './fill.ts';
import type { Button } from './notice.ts';
import type { PersonPicker } from './person-picker.ts';
import { refreshedBy } from './refreshed-by.ts';
import type { TitledText } from './titled-text.ts';

/** A button with the answers it asks for first. */
export interface MoveView {
  /** What tells it from the other buttons of the same incident. */
  readonly opens: string;
  readonly title: string;
  readonly hint: string;
  readonly confirm: string;
  readonly verb: string;
  /** What goes back with the press, besides the answers. */
  readonly data: Readonly<Record<string, string | number>>;
  readonly texts: readonly { readonly id: string; readonly label: string; readonly required: boolean }[];
  readonly choices: readonly {
    readonly id: string;
    readonly label: string;
    readonly required: boolean;
    readonly options: readonly { readonly title: string; readonly value: string }[];
  }[];
  readonly pickers: readonly PersonPicker[];
}

export interface IncidentView {
  readonly reference: string;
  readonly status: string;
  /** Whose client renews the card when it comes on the screen: the channel's ids. None: it is renewed by its button only. */
  readonly userIds: readonly string[];
  /** A line above the facts, such as what has just been done, or "". */
  readonly notice: string;
  readonly facts: readonly TitledText[];
  /** The reporter's words, shown inert (C2). */
  readonly happened: string;
  readonly history: readonly { readonly when: string; readonly what: string }[];
  /** Buttons that show more of it. */
  readonly readings: readonly Button[];
  readonly moves: readonly MoveView[];
  /** What can be done besides moving it: notes, messages, stepping back. */
  readonly also: readonly MoveView[];
}

/** How much stands on the card; the record is not cut, and a button reads all of it. */
interface Room {
  readonly happened: number;
  readonly fact: number;
  readonly history: number;
  readonly line: number;
  /** Whether the questions of each move stand on the card, or are fetched by a press. */
  readonly forms: boolean;
}

const rooms: readonly Room[] = [
  { happened: 4_000, fact: 1_000, history: 8, line: 300, forms: true },
  { happened: 2_000, fact: 400, history: 5, line: 200, forms: true },
  { happened: 2_000, fact: 400, history: 5, line: 200, forms: false },
  { happened: 600, fact: 150, history: 3, line: 100, forms: false },
];
const longestCard = 20_000;

/** One incident for somebody who may act on it, with exactly the moves that are theirs now; less of it where it is long. */
export function incidentCard(view: IncidentView): FilledCard {
  const last = rooms.length - 1;
  for (const [index, room] of rooms.entries()) {
    const card = within(view, room);
    if (index === last || JSON.stringify(card.content).length <= longestCard) return card;
  }
  throw new Error('There is always a last room.');
}

function within({ reference, status, userIds, notice, readings, ...view }: IncidentView, room: Room): FilledCard {
  const history = view.history.slice(-room.history);
  const hidden = view.history.length - history.length;
  const sets = [...inSets(view.moves), ...inSets(view.also)];
  const card = fillCard('incident', {
    ...{ reference, status, userIds, notice, readings },
    facts: view.facts.map(({ title, text }) => ({ title, text: cut(text, room.fact) })),
    happened: paragraphs(cut(view.happened, room.happened)).slice(0, 40),
    historyTitle: hidden === 0 ? 'History' : `History, the last ${history.length} of ${view.history.length} entries`,
    history: history.map(({ when, what }) => ({ when, what: cut(what, room.line) })),
    moveSets: room.forms ? sets : [],
    openSets: room.forms ? [] : sets.map(({ moves }) => ({ moves: moves.map((move) => ({ ...move, reference })) })),
  });
  return refreshedBy(card, userIds);
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}… (cut here)` : text;
}

/** Choices of which a list is searched by typing, rather than scrolled. */
const manyChoices = 9;

/** How a client lays out a list of so many choices. */
export const listStyle = (options: readonly unknown[]) => (options.length < manyChoices ? 'compact' : 'filtered');

/** Clients fold more than a handful of buttons of one set away. */
const setSize = 5;

function inSets(moves: readonly MoveView[]): readonly { readonly moves: readonly MoveView[] }[] {
  const sets = Math.ceil(moves.length / setSize);
  const styled = moves.map((move) => ({
    ...move,
    choices: move.choices.map((choice) => ({ ...choice, style: listStyle(choice.options) })),
  }));
  return Array.from({ length: sets }, (_, index) => ({ moves: styled.slice(index * setSize, (index + 1) * setSize) }));
}
