/** Weights are kept in one byte each; a feature's bucket is its hash modulo the number of weights (a power of two). */
export interface LinearModel {
  readonly weights: Int8Array;
  /** What one step of a weight is worth. */
  readonly scale: number;
  readonly bias: number;
  /** From this score on the model says yes; chosen on drafts kept aside. */
  readonly threshold: number;
}

/** The score of a set of hashed features, each counted once and the whole scaled by the root of their number. */
export function scoreFeatures(model: LinearModel, features: Int32Array): number {
  if (features.length === 0) return model.bias;
  return model.bias + (sumOf(model, features) * model.scale) / Math.sqrt(features.length);
}

/** The weights of features together, in steps of the model's scale. */
export function sumOf({ weights }: LinearModel, features: Int32Array): number {
  const mask = weights.length - 1;
  let sum = 0;
  for (let at = 0; at < features.length; at++) sum += weights[(features[at] as number) & mask] as number;
  return sum;
}

/** FNV-1a over UTF-16 units, as a signed 32-bit number. */
export function hash(text: string, seed = 0x811c9dc5): number {
  let value = seed | 0;
  for (let at = 0; at < text.length; at++) {
    value ^= text.charCodeAt(at);
    value = Math.imul(value, 0x01000193);
  }
  return value;
}

/** Joins two hashes to one, order kept. */
export function mix(first: number, second: number): number {
  let value = Math.imul(first ^ (second >>> 15), 0x85ebca6b) ^ Math.imul(second, 0xc2b2ae35);
  value ^= value >>> 13;
  return Math.imul(value, 0x27d4eb2f);
}
