import { functionWords } from '../text/english.ts';
import type { Reading } from './lexicon.ts';

/** How much of a question's meaning one clause has words for: 0 to 1, each word weighed by how few clauses have it. */
export type Coverage = (reading: Reading, clause: number) => number;

/** Coverage by the stems that were taught of each clause: from its own wording and the questions under it. */
export function taughtCoverage(stemsOf: readonly (readonly string[])[]): Coverage {
  const owned = stemsOf.map((stems) => new Set(stems));
  const homes = countHomes(owned);
  return ({ stems }, clause) =>
    shareOwned(stems, owned[clause] ?? new Set(), (stem) => homes.get(stem) ?? 0, owned.length);
}

/** What the clauses say, where no example tells more: how each reads, and how many of them have a term. */
export interface PlainClauses {
  readonly count: number;
  read(clause: number): Pick<Reading, 'stems' | 'concepts'>;
  clausesWith(term: string): number;
}

/**
 * Coverage where no example teaches the index: words that only ask do not count, and where every word of the question is
 * known, an idea that question and clause share counts as a word does.
 */
export function plainCoverage({ count, read, clausesWith }: PlainClauses): Coverage {
  return (reading, at) => {
    const clause = read(at);
    const content = reading.stems.filter((stem) => !functionWords.has(stem));
    const byWord = shareOwned(content, new Set(clause.stems), clausesWith, count);
    if (reading.unknown.length > 0 || byWord === 0) return byWord;
    const byIdea = shareOwned(reading.concepts, new Set(clause.concepts), (idea) => clausesWith(`#${idea}`), count);
    return Math.max(byWord, byIdea);
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
  homesOf: (term: string) => number,
  clauseCount: number,
): number {
  let all = 0;
  let has = 0;
  for (const term of new Set(terms)) {
    const weight = Math.log(1 + clauseCount / (homesOf(term) + 0.5));
    all += weight;
    if (owned.has(term)) has += weight;
  }
  return all === 0 ? 0 : has / all;
}
