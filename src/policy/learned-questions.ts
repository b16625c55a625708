import type { Weights } from './classifier.ts';
import type { SignCounts } from './features.ts';

/** What a judge has learned that goes by one kind of signs. */
export interface Judge {
  readonly signs: SignCounts;
  /** Which label a question has, and whether a clause answers it at all. */
  readonly which: Weights;
  readonly whether: Weights;
}

/** What example questions and a document's own wording teach; plain data, so that it can be kept and read back. */
export interface LearnedQuestions {
  readonly labelCount: number;
  /** Labels from here on are topics of silence, from `foreign` on topics out of scope. */
  readonly silent: number;
  readonly foreign: number;
  /** How often each word comes in what was taught. */
  readonly words: ReadonlyMap<string, number>;
  /** Per clause the stems that were taught of it, each by its place among the signs of the judge by words. */
  readonly owned: readonly (readonly number[])[];
  readonly byWords: Judge;
  readonly byLetters: Judge;
}
