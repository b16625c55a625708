/** Features of one text by number, with their weights; the weights' squares sum to 1. */
export interface Vector {
  readonly features: readonly number[];
  readonly values: readonly number[];
}

/** What a classifier has learned: for each feature a weight a label, one byte each, in steps of the feature's own. */
export interface Weights {
  readonly labelCount: number;
  readonly steps: Float32Array;
  readonly bytes: Int8Array;
}

/** Probabilities of the labels; they sum to 1. */
export function classify({ labelCount, steps, bytes }: Weights, vector: Vector): Float64Array {
  const out = new Float64Array(labelCount);
  softmax(vector, bytes, steps, out);
  return out;
}

/** Fills `out` with the probability of each label. `steps` are what one of each feature's weights is worth; null is 1. */
export function softmax(
  { features, values }: Vector,
  weights: Float32Array | Int8Array,
  steps: Float32Array | null,
  out: Float64Array,
): void {
  const labelCount = out.length;
  out.fill(0);
  for (let at = 0; at < features.length; at++) {
    const feature = features[at] as number;
    const start = feature * labelCount;
    const value = (values[at] as number) * (steps === null ? 1 : (steps[feature] as number));
    for (let to = 0; to < labelCount; to++) out[to] = (out[to] as number) + value * (weights[start + to] as number);
  }
  let top = Number.NEGATIVE_INFINITY;
  for (let to = 0; to < labelCount; to++) if ((out[to] as number) > top) top = out[to] as number;
  let sum = 0;
  for (let to = 0; to < labelCount; to++) {
    const raised = Math.exp((out[to] as number) - top);
    out[to] = raised;
    sum += raised;
  }
  for (let to = 0; to < labelCount; to++) out[to] = (out[to] as number) / sum;
}
