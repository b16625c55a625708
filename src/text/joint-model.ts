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

/** Two models with the weights of each feature side by side, so that one look into memory finds those of both. */
export interface WovenModels {
  /** Rows of `rowSize` weights: the first model's, then from `secondAt` on the second's. */
  readonly weights: Int8Array;
  readonly mask: number;
  readonly secondAt: number;
}

const rowSize = 32;
const atOnce = 8;

/** Weaves models of at most sixteen heads together; the one with fewer buckets is repeated. */
export function weave(first: JointModel, second: JointModel): WovenModels {
  const buckets = Math.max(bucketsOf(first), bucketsOf(second));
  const weights = new Int8Array(buckets * rowSize);
  const secondAt = Math.ceil(first.heads.length / 2) * 2;
  for (let bucket = 0; bucket < buckets; bucket++) {
    weights.set(rowOf(first, bucket), bucket * rowSize);
    weights.set(rowOf(second, bucket), bucket * rowSize + secondAt);
  }
  return { weights, mask: buckets - 1, secondAt };
}

const bucketsOf = ({ weights, heads }: JointModel): number => weights.length / heads.length;

function rowOf(model: JointModel, bucket: number): Int8Array {
  const row = (bucket & (bucketsOf(model) - 1)) * model.heads.length;
  return model.weights.subarray(row, row + model.heads.length);
}

/** Adds the weights of features to `into`, for `heads` heads from place `first` of a row on, unscaled. */
export function sumWeights(
  woven: WovenModels,
  first: number,
  heads: number,
  features: Pick<IntStack, 'values' | 'size'>,
  into: Int32Array,
): void {
  for (let head = 0; head < heads; head += atOnce) sumEight(woven, first + head, features, into, head);
}

/** Eight heads at once; those beyond the last are added up too, and nobody asks for them. */
function sumEight(
  { weights, mask }: WovenModels,
  first: number,
  { values, size }: Pick<IntStack, 'values' | 'size'>,
  into: Int32Array,
  head: number,
): void {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < size; at++) {
    const place = ((values[at] as number) & mask) * rowSize + first;
    a += weights[place] as number;
    b += weights[place + 1] as number;
    c += weights[place + 2] as number;
    d += weights[place + 3] as number;
    e += weights[place + 4] as number;
    f += weights[place + 5] as number;
    g += weights[place + 6] as number;
    h += weights[place + 7] as number;
  }
  into[head] = (into[head] as number) + a;
  into[head + 1] = (into[head + 1] as number) + b;
  into[head + 2] = (into[head + 2] as number) + c;
  into[head + 3] = (into[head + 3] as number) + d;
  into[head + 4] = (into[head + 4] as number) + e;
  into[head + 5] = (into[head + 5] as number) + f;
  into[head + 6] = (into[head + 6] as number) + g;
  into[head + 7] = (into[head + 7] as number) + h;
}

/** Log odds by each head that a text with `count` features, whose weights add up to `sums`, is what the head tells of. */
export function scoresOf({ scales, biases }: JointModel, sums: Int32Array, count: number): number[] {
  const root = Math.sqrt(Math.max(1, count));
  const scores: number[] = [];
  for (let head = 0; head < scales.length; head++)
    scores.push((biases[head] as number) + ((sums[head] as number) * (scales[head] as number)) / root);
  return scores;
}
