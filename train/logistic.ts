/** One training passage: its hashed features, what it is, how much it counts, and which draft it is of. */
export interface Passage {
  readonly features: Int32Array;
  readonly positive: boolean;
  readonly weight: number;
  readonly draft: number;
}

export interface Fitted {
  readonly weights: Float32Array;
  readonly bias: number;
}

const rounds = 8;
const learning = 0.4;
const pull = 2e-5;

/** Logistic regression by AdaGrad, deterministic: the order of passages comes from a fixed generator. */
export function fit(passages: readonly Passage[], size: number, strength = pull): Fitted {
  const weights = new Float32Array(size);
  const slopes = new Float32Array(size).fill(1e-2);
  const order = passages.map((_, index) => index);
  const mask = size - 1;
  let bias = -2;
  let biasSlope = 1e-2;
  let seed = 12345;
  for (let round = 0; round < rounds; round++) {
    for (let last = order.length - 1; last > 0; last--) {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      const other = seed % (last + 1);
      [order[last], order[other]] = [order[other] as number, order[last] as number];
    }
    for (const index of order) {
      const { features, positive, weight } = passages[index] as Passage;
      const value = 1 / Math.sqrt(Math.max(1, features.length));
      let sum = 0;
      for (const feature of features) sum += weights[feature & mask] as number;
      const chance = 1 / (1 + Math.exp(-(bias + sum * value)));
      const slope = (chance - (positive ? 1 : 0)) * weight;
      for (const feature of features) {
        const bucket = feature & mask;
        const own = slope * value + strength * (weights[bucket] as number);
        slopes[bucket] = (slopes[bucket] as number) + own * own;
        weights[bucket] = (weights[bucket] as number) - (learning * own) / Math.sqrt(slopes[bucket] as number);
      }
      biasSlope += slope * slope;
      bias -= (learning * slope) / Math.sqrt(biasSlope);
    }
  }
  return { weights, bias };
}

export function score({ weights, bias }: Fitted, features: Int32Array): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature & (weights.length - 1)] as number;
  return bias + sum / Math.sqrt(Math.max(1, features.length));
}
