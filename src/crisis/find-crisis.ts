import type { CrisisKind, CrisisTable } from './crisis-table.ts';

/** UTF-16 offsets into the text: `text.slice(start, end) === words`. */
export interface CrisisSpan {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

export interface Crisis {
  /** What the first words found speak of, in the order of `crisisKinds` when several do. */
  readonly kind: CrisisKind;
  readonly kinds: readonly CrisisKind[];
  readonly spans: readonly CrisisSpan[];
}

/**
 * Whether a text speaks of danger to somebody's life or body: for every message and every text field, before anything
 * else is done with it (C1). Null where nothing matched or only near misses did. Time grows linearly with the text.
 */
export function findCrisis(text: string, table: CrisisTable): Crisis | null {
  const matches = table.book.find(text);
  const nearMisses = matches.filter((match) => match.label === 'near-miss');
  const found = matches.filter(
    (match) =>
      match.label !== 'near-miss' &&
      !nearMisses.some((nearMiss) => nearMiss.start < match.end && match.start < nearMiss.end),
  );
  if (found.length === 0) return null;
  const labels = new Set(found.map((match) => match.label));
  const kinds = table.kinds.filter((kind) => labels.has(kind));
  const spans = found.map(({ start, end }) => ({ start, end, words: text.slice(start, end) }));
  return { kind: kinds[0] as CrisisKind, kinds, spans };
}
