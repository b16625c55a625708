import type { Silence } from './answer.ts';
import type { Ranking } from './clause-index.ts';

/** Weights of the evidence that no clause answers, fitted on questions the index had not been taught (`npm run eval`). */
const weights = {
  doubt: 1.35,
  unanswered: 0.19,
  coverage: -2.45,
  unknown: 1.8,
  /** Long stories are rarely about nothing; per twenty words, up to forty. */
  length: -1.15,
  base: 2.7,
} as const;

/** Without examples only the words speak: this much of a question's meaning must be in the clause. */
const leastCoverage = 0.4;

/** Above 0: better silent; below 0: better answered; the further, the surer. */
export function silenceScore(ranking: Ranking, taught: boolean): number {
  const { reading, silent, outOfScope, unanswered, coverage, candidates } = ranking;
  if (candidates.length === 0) return 10;
  if (!taught) return (leastCoverage - coverage) * 10;
  const unknown = reading.unknown.length / Math.max(1, reading.words.length);
  return (
    weights.base +
    weights.doubt * odds(silent + outOfScope) +
    weights.unanswered * odds(unanswered) +
    weights.coverage * coverage +
    weights.unknown * unknown +
    weights.length * Math.min(2, reading.words.length / 20)
  );
}

/** Why there is silence, or null where a clause answers. */
export function silenceOf(ranking: Ranking, taught: boolean): Silence | null {
  if (silenceScore(ranking, taught) < 0) return null;
  return ranking.outOfScope > ranking.silent ? 'out-of-scope' : 'silent';
}

function odds(probability: number): number {
  return Math.log((probability + 1e-6) / (1 - probability + 1e-6));
}
