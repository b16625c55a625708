/** A clause's number in the document as published ("6.1.3(a)"), or a name for an unnumbered part ("control.owner"). */
export type ClauseId = string;

/** What kind of force a clause has, read from its own wording and place; never from our opinion of it. */
export const modalities = ['must not', 'must', 'should', 'may', 'definition', 'fact', 'statement'] as const;
export type Modality = (typeof modalities)[number];

export const clauseKinds = ['section', 'paragraph', 'bullet', 'table', 'row', 'note'] as const;
export type ClauseKind = (typeof clauseKinds)[number];

/** One citable part of a policy document. `text` is byte-equal to the document, its own mistakes included. */
export interface Clause {
  readonly id: ClauseId;
  /** Headings from the outermost to the one the clause stands under. */
  readonly path: readonly string[];
  /** A few words that name the clause for people: the heading, the row's label, or the first words. */
  readonly title: string;
  readonly text: string;
  readonly modality: Modality;
  readonly parent: ClauseId | null;
  readonly kind: ClauseKind;
  /** First line in the document, counted from 1. */
  readonly line: number;
  /** What is odd in the published wording ("bracket opened and not closed"), shown as "wording as published". */
  readonly oddities: readonly string[];
}

/** Dates are ISO days ("2023-09-01"); null where the document does not say. */
export interface PolicyDocument {
  readonly title: string;
  readonly organisation: string | null;
  readonly version: string | null;
  readonly effective: string | null;
  readonly nextReview: string | null;
  readonly clauses: readonly Clause[];
}
