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

type Features = Pick<IntStack, 'values' | 'size'>;

/** Adds the weights of features to `into` (one number a head), unscaled: eight heads in one go, then two by two. */
export function sumWeights(model: JointModel, features: Features, into: Int32Array): void {
  let head = 0;
  for (; head + 8 <= model.heads.length; head += 8) sumEight(model, features, head, into);
  for (; head < model.heads.length; head += 2) sumTwo(model, features, head, into);
}

function sumEight({ heads, weights }: JointModel, { values, size }: Features, head: number, into: Int32Array): void {
  const width = heads.length;
  const mask = weights.length / width - 1;
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < size; at++) {
    const place = ((values[at] as number) & mask) * width + head;
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
  for (let beside = 0; beside < 8; beside++)
    into[head + beside] = (into[head + beside] as number) + (sums[beside] as number);
}

/** Of an odd number of heads the last is added up with the next feature's first, which nobody asks for. */
function sumTwo({ heads, weights }: JointModel, { values, size }: Features, head: number, into: Int32Array): void {
  const width = heads.length;
  const mask = weights.length / width - 1;
  let [a, b] = [0, 0];
  for (let at = 0; at < size; at++) {
    const place = ((values[at] as number) & mask) * width + head;
    a += weights[place] as number;
    b += (weights[place + 1] as number) | 0;
  }
  into[head] = (into[head] as number) + a;
  into[head + 1] = (into[head + 1] as number) + b;
}

/** Log odds by each head that a text with `count` features, whose weights add up to `sums`, is what the head tells of. */
export function scoresOf({ scales, biases }: JointModel, sums: Int32Array, count: number): number[] {
  const root = Math.sqrt(Math.max(1, count));
  const scores: number[] = [];
  for (let head = 0; head < scales.length; head++)
    scores.push((biases[head] as number) + ((sums[head] as number) * (scales[head] as number)) / root);
  return scores;
}
