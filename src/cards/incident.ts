import { paragraphs } from './clause-view.ts';
import { type FilledCard, fillCard } from './fill.ts';
import type { TitledText } from './titled-text.ts';

/** A button with the answers it asks for first. */
export interface MoveView {
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
}

export interface IncidentView {
  readonly reference: string;
  readonly status: string;
  /** A line above the facts, such as what has just been done, or "". */
  readonly notice: string;
  readonly facts: readonly TitledText[];
  /** The reporter's words, shown inert (C2). */
  readonly happened: string;
  readonly history: readonly { readonly when: string; readonly what: string }[];
  readonly moves: readonly MoveView[];
  /** What can be done besides moving it: notes, messages, stepping back. */
  readonly also: readonly MoveView[];
}

/** Shown text is cut here; the record is not. */
const longestShown = 6_000;
const historyShown = 12;

/** One incident for somebody who may act on it, with exactly the moves that are theirs now. */
export function incidentCard(view: IncidentView): FilledCard {
  const cut = view.happened.length > longestShown ? `${view.happened.slice(0, longestShown)}…` : view.happened;
  return fillCard('incident', {
    reference: view.reference,
    status: view.status,
    notice: view.notice,
    facts: view.facts,
    happened: paragraphs(cut),
    history: view.history.slice(-historyShown),
    moveSets: [...inSets(view.moves), ...inSets(view.also)],
  });
}

/** Clients fold more than a handful of buttons of one set away. */
const setSize = 5;

function inSets(moves: readonly MoveView[]): readonly { readonly moves: readonly MoveView[] }[] {
  const sets = Math.ceil(moves.length / setSize);
  return Array.from({ length: sets }, (_, index) => ({ moves: moves.slice(index * setSize, (index + 1) * setSize) }));
}
