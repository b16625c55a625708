import type { MoveView } from '../cards/incident.ts';
import type { TitledText } from '../cards/titled-text.ts';
import type { Refusal } from '../casework/casework.ts';
import type { IncidentView } from '../casework/incident-view.ts';
import type { IncidentPage } from '../casework/my-incidents.ts';
import type { Problem } from '../incidents/report-form.ts';
import type { ClauseKind, Modality } from '../policy/clause.ts';

/** What goes over the wire between the tab's API (src/tab/api) and its page (src/tab/page). */

/** How the page was set up: what it may link to, and whether it is the local run. */
export interface Setup {
  readonly local: boolean;
  /** The invented people whom one may be in the local run. */
  readonly people: readonly { readonly oid: string; readonly name: string; readonly title: string }[];
  /** The chat with the bot, as a link to open; null where none is known. */
  readonly chat: string | null;
  /** Where links to a clause begin: in Teams, and in a browser. */
  readonly links: { readonly endpoint: string; readonly appId: string | null };
}

export interface PolicyView {
  readonly title: string;
  readonly organisation: string | null;
  /** "Social Media Policy, version 1.0, in effect since 1 July 2022." */
  readonly edition: string;
  /** Said where the policy is past its review date; '' where it is not. */
  readonly overdue: string;
  readonly contacts: readonly { readonly name: string; readonly reach: string }[];
  readonly clauses: readonly ClauseOfPage[];
}

/** A clause as published, with what the page needs to lay it out. */
export interface ClauseOfPage {
  readonly id: string;
  /** "Clause 6.1.3(a)", or the title of a row or a note. */
  readonly name: string;
  readonly title: string;
  readonly kind: ClauseKind;
  readonly modality: Modality;
  readonly parent: string | null;
  readonly path: readonly string[];
  /** The document's own words and marks. */
  readonly text: string;
  readonly oddities: readonly string[];
}

/** Clause ids, best first. */
export interface SearchResult {
  /** Those that answer what was typed, taken as a question; none where the policy is silent on it. */
  readonly answering: readonly string[];
  /** Those that come nearest besides. */
  readonly near: readonly string[];
  readonly crisis: CrisisWords | null;
}

export interface AskResult {
  readonly outcome: 'answered' | 'partly' | 'not-covered';
  readonly clauses: readonly string[];
  readonly related: readonly string[];
  readonly notCovered: readonly string[];
  /** Why the policy is silent, in words; '' where it is not. */
  readonly silence: string;
  /** The question is kept for the policy owner, without the asker. */
  readonly kept: boolean;
  readonly crisis: CrisisWords | null;
}

export interface CrisisWords {
  readonly headline: string;
  readonly intro: string;
  readonly closing: string;
  readonly lines: readonly { readonly title: string; readonly reach: string; readonly when: string }[];
}

/** Who is signed in, and which parts of the tab are for them. */
export interface Me {
  readonly name: string;
  readonly incidents: boolean;
  readonly figures: boolean;
}

/** A "no" in words, as the API sends it with a status that is not 200. */
export interface RefusalView {
  readonly kind: Refusal['kind'] | 'not-signed-in' | 'unreadable' | 'unavailable';
  readonly headline: string;
  readonly lines: readonly string[];
  readonly problems?: readonly Problem[];
}

/** A page of the list. */
export interface IncidentsOfPage extends IncidentPage {
  /** Goes back with the watch, so that what changes in between is told too. */
  readonly seen: string;
  /** Statuses to filter by, in the order of the process. */
  readonly statuses: readonly { readonly value: string; readonly label: string }[];
}

/** An incident with what its card in chat says of the report, and every button of it. */
export interface IncidentOfPage {
  readonly incident: IncidentView;
  readonly facts: readonly TitledText[];
  readonly moves: readonly MoveView[];
  readonly also: readonly MoveView[];
}

/** What an action came to, with the words that come first where something of it told of danger to life. */
export type ActedWords = Acted & { readonly crisis: CrisisWords | null };

/** What an action came to: the incident as it stands, words for somebody who no longer sees it, or a person to settle on. */
export type Acted =
  | { readonly kind: 'incident'; readonly page: IncidentOfPage }
  | { readonly kind: 'gone'; readonly headline: string; readonly lines: readonly string[] }
  | {
      readonly kind: 'choose';
      readonly name: string;
      readonly people: readonly { readonly value: string; readonly title: string }[];
    };

/** The figures as they may be shown: small counts are kept back already. */
export interface FiguresView {
  /** When they were counted, ISO. */
  readonly at: string;
  readonly tables: readonly FigureTable[];
}

export const figureTableIds = ['incidents', 'rules', 'questions'] as const;

export interface FigureTable {
  readonly id: (typeof figureTableIds)[number];
  readonly title: string;
  /** What is counted, and what is not. */
  readonly note: string;
  /** What the rows are. */
  readonly rowHead: string;
  /** "Nov 2026", oldest first. */
  readonly columns: readonly string[];
  /** Null is a count that is kept back. */
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly (number | null)[];
    readonly total: number | null;
  }[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
  /** What the chart shows: the totals of the rows or of the columns. */
  readonly chart: 'rows' | 'columns';
}
