import { functionWords } from '../text/english.ts';
import type { Reading } from './lexicon.ts';

/** How much of a question's meaning one clause has words for: 0 to 1, each word weighed by how few clauses have it. */
export type Coverage = (reading: Reading, clause: number) => number;

/** Coverage by the stems that were taught of each clause: from its own wording and the questions under it. */
export function taughtCoverage(stemsOf: readonly (readonly string[])[]): Coverage {
  const owned = stemsOf.map((stems) => new Set(stems));
  const homes = countHomes(owned);
  return ({ stems }, clause) => shareOwned(stems, owned[clause] ?? new Set(), homes, owned.length);
}

/**
 * Coverage where no example teaches the index: words that only ask do not count, and where every word of the question is
 * known, an idea that question and clause share counts as a word does.
 */
export function plainCoverage(clauses: readonly Reading[]): Coverage {
  const stemHomes = countHomes(clauses.map(({ stems }) => stems));
  const ideaHomes = countHomes(clauses.map(({ concepts }) => concepts));
  return (reading, at) => {
    const clause = clauses[at];
    if (!clause) return 0;
    const content = reading.stems.filter((stem) => !functionWords.has(stem));
    const byWord = shareOwned(content, new Set(clause.stems), stemHomes, clauses.length);
    if (reading.unknown.length > 0 || byWord === 0) return byWord;
    return Math.max(byWord, shareOwned(reading.concepts, new Set(clause.concepts), ideaHomes, clauses.length));
  };
}

function countHomes(owned: readonly Iterable<string>[]): Map<string, number> {
  const homes = new Map<string, number>();
  for (const terms of owned) for (const term of new Set(terms)) homes.set(term, (homes.get(term) ?? 0) + 1);
  return homes;
}

function shareOwned(
  terms: readonly string[],
  owned: ReadonlySet<string>,
  homes: ReadonlyMap<string, number>,
  clauseCount: number,
): number {
  let all = 0;
  let has = 0;
  for (const term of new Set(terms)) {
    const weight = Math.log(1 + clauseCount / ((homes.get(term) ?? 0) + 0.5));
    all += weight;
    if (owned.has(term)) has += weight;
  }
  return all === 0 ? 0 : has / all;
}
