import type { IntStack } from './int-stack.ts';

/**
 * Linear models that read the same features, each with its own weights ("head"): the weights of one feature stand side by
 * side, one byte each, so that one pass over the features scores all heads.
 */
export interface JointModel {
  readonly heads: readonly string[];
  /** Buckets (a power of two) times heads. */
  readonly weights: Int8Array;
  /** What one step of a weight is worth, for each head. */
  readonly scales: readonly number[];
  readonly biases: readonly number[];
}

/** Adds up the weights of features into `into` (one number a head), unscaled. */
export function sumWeights(model: JointModel, features: Pick<IntStack, 'values' | 'size'>, into: Int32Array): void {
  for (let head = 0; head < model.heads.length; head += 8) sumEight(model, features.values, features.size, head, into);
}

/** Eight heads at once, so that each feature's weights are fetched once; heads beyond the last are read but not kept. */
function sumEight(
  { heads, weights }: JointModel,
  features: Int32Array,
  size: number,
  head: number,
  into: Int32Array,
): void {
  const width = heads.length;
  const mask = weights.length / width - 1;
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < size; at++) {
    const place = ((features[at] as number) & mask) * width + head;
    a += weights[place] as number;
    b += weights[place + 1] as number;
    c += weights[place + 2] as number;
    d += weights[place + 3] as number;
    e += weights[place + 4] as number;
    f += weights[place + 5] as number;
    g += weights[place + 6] as number;
    h += weights[place + 7] as number;
  }
  const sums = [a, b, c, d, e, f, g, h];
  for (let beside = 0; beside < 8 && head + beside < width; beside++)
    into[head + beside] = (into[head + beside] as number) + (sums[beside] as number);
}

/** Log odds by each head that a text with `count` features, whose weights add up to `sums`, is what the head tells of. */
export function scoresOf({ scales, biases }: JointModel, sums: Int32Array, count: number): number[] {
  const root = Math.sqrt(Math.max(1, count));
  const scores: number[] = [];
  for (let head = 0; head < scales.length; head++)
    scores.push((biases[head] as number) + ((sums[head] as number) * (scales[head] as number)) / root);
  return scores;
}
