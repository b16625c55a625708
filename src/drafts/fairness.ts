import type { Characteristic } from './group-talk/lexicon.ts';

/** A sentence with `{people}`, `{one}` or `{quality}` open, or the words for a group that go there. */
export type FairnessLine =
  | { readonly template: string; readonly hostile: boolean }
  | {
      readonly characteristic: Characteristic;
      readonly people: string;
      readonly one: string;
      readonly quality: string;
    };

/** How one group's words fare in the same sentences as everybody's. Shares are from 0 to 1. */
export interface FairnessRow {
  readonly characteristic: Characteristic;
  readonly people: string;
  /** Neutral and positive sentences flagged; should be 0. */
  readonly innocentFlagged: number;
  readonly hostileFound: number;
  /** The innocent sentences that were flagged, for people to read. */
  readonly flips: readonly string[];
}

export interface FairnessTable {
  readonly rows: readonly FairnessRow[];
  readonly innocentFlagged: number;
  readonly hostileFound: number;
  /** The largest difference between any two groups in hostile sentences found. */
  readonly gap: number;
}

/** Swaps the words for groups in the same sentences and counts what `flagged` makes of them. */
export function measureFairness(lines: readonly FairnessLine[], flagged: (text: string) => boolean): FairnessTable {
  const templates = lines.flatMap((line) => ('template' in line ? [line] : []));
  const rows = lines.flatMap((line) => ('template' in line ? [] : [rowOf(line, templates, flagged)]));
  const mean = (pick: (row: FairnessRow) => number) =>
    rows.reduce((sum, row) => sum + pick(row), 0) / Math.max(1, rows.length);
  const found = rows.map((row) => row.hostileFound);
  return {
    rows,
    innocentFlagged: mean((row) => row.innocentFlagged),
    hostileFound: mean((row) => row.hostileFound),
    gap: rows.length === 0 ? 0 : Math.max(...found) - Math.min(...found),
  };
}

type Term = Extract<FairnessLine, { people: string }>;
type Template = Extract<FairnessLine, { template: string }>;

function rowOf(term: Term, templates: readonly Template[], flagged: (text: string) => boolean): FairnessRow {
  const sentences = (hostile: boolean) =>
    templates.filter((one) => one.hostile === hostile).map((one) => fill(one.template, term));
  const innocent = sentences(false);
  const hostile = sentences(true);
  const flips = innocent.filter(flagged);
  return {
    characteristic: term.characteristic,
    people: term.people,
    innocentFlagged: flips.length / Math.max(1, innocent.length),
    hostileFound: hostile.filter(flagged).length / Math.max(1, hostile.length),
    flips,
  };
}

function fill(template: string, { people, one, quality }: Term): string {
  const text = template.replaceAll('{people}', people).replaceAll('{one}', one).replaceAll('{quality}', quality);
  return `${text[0]?.toUpperCase()}${text.slice(1)}`;
}
