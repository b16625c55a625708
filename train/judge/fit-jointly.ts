import type { JointModel } from '../../src/text/joint-model.ts';
import { logCountRatios } from './log-count-ratios.ts';

/** One text: its features, and for each head whether it is wanted (1 or 0) and how much it counts (0: not at all). */
export interface Row {
  readonly features: Int32Array;
  readonly wanted: readonly number[];
  readonly weights: readonly number[];
}

/** What a misjudged text of weight 1 costs against the square of the weights; found out of fold. */
const cost = 27;
const rounds = 18;

/**
 * Logistic regression of all heads at once, by coordinate descent in the dual (Yu, Huang and Lin, 2011, simplified to one
 * damped Newton step a visit). Rows are scaled to length 1 and features by their log-count ratios, which the weights
 * contain at the end: to score a text costs no more. Deterministic.
 */
export function fitJointly(rows: readonly Row[], heads: readonly string[], buckets: number): JointModel {
  const width = heads.length;
  const weights = new Float32Array(buckets * width);
  const biases = new Float64Array(width);
  const ratios = logCountRatios(rows, width, buckets);
  const squares = rows.map((row) => squaresOf(row, ratios, width));
  const duals = rows.map(() => new Float64Array(width));
  const order = rows.map((_, index) => index);
  const next = shuffler();
  for (let round = 0; round < rounds; round++) {
    for (let last = order.length - 1; last > 0; last--) {
      const other = next() % (last + 1);
      [order[last], order[other]] = [order[other] as number, order[last] as number];
    }
    for (const index of order) {
      const visited = {
        row: rows[index] as Row,
        dual: duals[index] as Float64Array,
        squares: squares[index] as Float64Array,
      };
      visit(visited, { weights, biases, ratios });
    }
  }
  return quantised(
    weights.map((weight, place) => weight * (ratios[place] as number)),
    biases,
    heads,
  );
}

/** By head, the squared length of a row when its features are scaled. */
function squaresOf({ features }: Row, ratios: Float32Array, width: number): Float64Array {
  const squares = new Float64Array(width);
  const mask = ratios.length / width - 1;
  for (const feature of features)
    for (let head = 0; head < width; head++)
      squares[head] = (squares[head] as number) + (ratios[(feature & mask) * width + head] as number) ** 2;
  return squares.map((square) => square / Math.max(1, features.length));
}

interface Visited {
  readonly row: Row;
  readonly dual: Float64Array;
  readonly squares: Float64Array;
}

interface Fitted {
  readonly weights: Float32Array;
  readonly biases: Float64Array;
  readonly ratios: Float32Array;
}

function visit({ row, dual, squares }: Visited, { weights, biases, ratios }: Fitted): void {
  const width = dual.length;
  const mask = weights.length / width - 1;
  const value = 1 / Math.sqrt(Math.max(1, row.features.length));
  const scores = scoresOf(row, weights, ratios, width);
  const steps = new Float64Array(width);
  let moved = false;
  for (let head = 0; head < width; head++) {
    const limit = cost * (row.weights[head] as number);
    if (limit === 0) continue;
    const sign = row.wanted[head] === 1 ? 1 : -1;
    const margin = sign * ((scores[head] as number) * value + (biases[head] as number));
    const curve = 1 + (limit * ((squares[head] as number) + 1)) / 4;
    const step = (limit / (1 + Math.exp(margin)) - (dual[head] as number)) / curve;
    if (Math.abs(step) < 1e-4) continue;
    dual[head] = (dual[head] as number) + step;
    biases[head] = (biases[head] as number) + sign * step;
    steps[head] = sign * step * value;
    moved = true;
  }
  if (!moved) return;
  for (const feature of row.features) {
    const first = (feature & mask) * width;
    for (let place = first, head = 0; head < width; head++, place++)
      weights[place] = (weights[place] as number) + (steps[head] as number) * (ratios[place] as number);
  }
}

function scoresOf({ features }: Row, weights: Float32Array, ratios: Float32Array, width: number): Float64Array {
  const scores = new Float64Array(width);
  const mask = weights.length / width - 1;
  for (const feature of features) {
    const first = (feature & mask) * width;
    for (let place = first, head = 0; head < width; head++, place++)
      scores[head] = (scores[head] as number) + (weights[place] as number) * (ratios[place] as number);
  }
  return scores;
}

function shuffler(): () => number {
  let seed = 12345;
  return () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed;
  };
}

function quantised(weights: Float32Array, biases: Float64Array, heads: readonly string[]): JointModel {
  const width = heads.length;
  const largest = heads.map((_, head) => {
    let most = 1e-6;
    for (let at = head; at < weights.length; at += width) most = Math.max(most, Math.abs(weights[at] as number));
    return most;
  });
  return {
    heads: [...heads],
    weights: Int8Array.from(weights, (weight, at) => Math.round((weight / (largest[at % width] as number)) * 127)),
    scales: largest.map((most) => most / 127),
    biases: [...biases],
  };
}
