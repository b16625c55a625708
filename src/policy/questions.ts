import type { ClauseId } from './clause.ts';

/** How staff ask, as the policy's owner keeps it in `policy/questions.yaml`; it teaches the index, and may be empty. */
export interface ExampleQuestions {
  readonly clauses: Readonly<Record<ClauseId, readonly string[]>>;
  /** Questions of the field on which the policy is silent, by topic. */
  readonly silent: Readonly<Record<string, readonly string[]>>;
  /** Questions that have nothing to do with the policy, by topic. */
  readonly outOfScope: Readonly<Record<string, readonly string[]>>;
}

export const noQuestions: ExampleQuestions = { clauses: {}, silent: {}, outOfScope: {} };
