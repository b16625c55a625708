import type { Weights } from './classifier.ts';
import type { SignCounts } from './features.ts';

/** What example questions and a document's own wording teach; plain data, so that it can be kept and read back. */
export interface LearnedQuestions {
  readonly labelCount: number;
  /** Labels from here on are topics of silence, from `foreign` on topics out of scope. */
  readonly silent: number;
  readonly foreign: number;
  /** How often each word comes in what was taught. */
  readonly words: ReadonlyMap<string, number>;
  readonly signs: SignCounts;
  /** Per clause the stems that were taught of it, each by its place among the signs. */
  readonly owned: readonly (readonly number[])[];
  /** Which label a question has, and whether a clause answers it at all. */
  readonly which: Weights;
  readonly whether: Weights;
}
