import type { CrisisKind, CrisisTable } from './crisis-table.ts';

/** UTF-16 offsets into the text: `text.slice(start, end) === words`. */
export interface CrisisSpan {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

type Place = { readonly start: number; readonly end: number };

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
  const found = matches.filter((match) => match.label !== 'near-miss' && !isExcused(match, nearMisses));
  if (found.length === 0) return null;
  const labels = new Set(found.map((match) => match.label));
  const kinds = table.kinds.filter((kind) => labels.has(kind));
  const spans = found.map(({ start, end }) => ({ start, end, words: text.slice(start, end) }));
  return { kind: kinds[0] as CrisisKind, kinds, spans };
}

/** No phrase is longer than this, in code units; near misses that begin further off cannot share words with a match. */
const longestPhrase = 400;

/** A near miss, of which `nearMisses` are in the order of the text, shares words with the match. */
function isExcused(match: Place, nearMisses: readonly Place[]): boolean {
  let low = 0;
  let high = nearMisses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nearMisses[middle]?.start ?? 0) < match.start - longestPhrase) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < nearMisses.length; at++) {
    const nearMiss = nearMisses[at];
    if (nearMiss === undefined || nearMiss.start >= match.end) return false;
    if (nearMiss.end > match.start) return true;
  }
  return false;
}
