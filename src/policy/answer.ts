import type { Clause } from './clause.ts';

/** A clause that bears on the question, with the index's score (higher is better; comparable within one answer only). */
export interface Citation {
  readonly clause: Clause;
  readonly score: number;
}

/** Why no clause answers: the policy is silent, it is not about this at all, the clause asked for does not exist, or the words make no question. */
export type Silence = 'silent' | 'out-of-scope' | 'no-such-clause' | 'unclear';

/** Citations come best first. The first is quoted in full; `related` are at most two that stand beside it. */
export type Answer =
  | {
      readonly outcome: 'answered';
      readonly clauses: readonly Citation[];
      readonly related: readonly Citation[];
      readonly overdue: string | null;
    }
  | {
      readonly outcome: 'partly';
      readonly clauses: readonly Citation[];
      readonly related: readonly Citation[];
      /** The parts of the question, in the asker's words, on which the policy is silent. */
      readonly notCovered: readonly string[];
      readonly overdue: string | null;
    }
  | {
      readonly outcome: 'not-covered';
      readonly silence: Silence;
      readonly nearest: Citation | null;
      readonly overdue: string | null;
    };
