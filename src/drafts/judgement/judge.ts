import type { JointModel } from '../../text/joint-model.ts';
import type { RuleId } from '../finding.ts';

/** What is learned from labelled drafts: two models of the words, and how their scores and other measures decide. */
export interface Judge {
  readonly draft: JointModel;
  readonly sentence: JointModel;
  readonly raises: Readonly<Record<RuleId, Decision>>;
  /** Of drafts that break the rule: whether editing will not mend it. */
  readonly forbids: Readonly<Record<RuleId, Decision>>;
  /** Of drafts that break the rule: whether a word of advice will do. */
  readonly advises: Readonly<Record<RuleId, Decision>>;
}

/** A weighted sum of the measures of a draft; from `line` on, yes. */
export interface Decision {
  readonly weights: readonly number[];
  readonly bias: number;
  readonly line: number;
}

/** How far a draft's measures stand above the line. */
export function distanceTo({ weights, bias, line }: Decision, measures: readonly number[]): number {
  let sum = bias;
  for (let at = 0; at < weights.length; at++) sum += (weights[at] as number) * (measures[at] ?? 0);
  return sum - line;
}
