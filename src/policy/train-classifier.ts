import { softmax, type Vector, type Weights } from './classifier.ts';

export interface Example {
  readonly vector: Vector;
  readonly label: number;
  /** How much the example counts: 1, or less where it is only like a question. */
  readonly weight: number;
}

export interface Training {
  readonly rounds: number;
  readonly rate: number;
}

/** A miss too small to be worth a step: most labels are this far off after the first round. */
const negligible = 0.002;

/** Softmax regression by Adagrad in a fixed order: the same examples give the same weights, bit for bit. */
export function trainClassifier(
  examples: readonly Example[],
  featureCount: number,
  labelCount: number,
  { rounds, rate }: Training,
): Weights {
  const weights = new Float32Array(featureCount * labelCount);
  const squares = new Float32Array(featureCount).fill(0.1);
  const out = new Float64Array(labelCount);
  const labels = new Int32Array(labelCount);
  const misses = new Float64Array(labelCount);
  const stride = coprimeStride(examples.length);
  for (let round = 0; round < rounds; round++) {
    for (let step = 0; step < examples.length; step++) {
      const example = examples[(step * stride + round) % examples.length];
      if (example) learn(example, weights, squares, out, labelCount, rate / (1 + round * 0.3), labels, misses);
    }
  }
  return inSteps(weights, featureCount, labelCount);
}

/** One byte a weight, in steps of each feature's own: the model is the same learned and read back. */
function inSteps(weights: Float32Array, featureCount: number, labelCount: number): Weights {
  const bytes = new Int8Array(weights.length);
  const steps = new Float32Array(featureCount);
  for (let feature = 0; feature < featureCount; feature++) {
    const own = weights.subarray(feature * labelCount, (feature + 1) * labelCount);
    const largest = own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6);
    const step = largest / 127;
    steps[feature] = step;
    for (let label = 0; label < labelCount; label++)
      bytes[feature * labelCount + label] = Math.round((own[label] as number) / step);
  }
  return { labelCount, steps, bytes };
}

function learn(
  { vector, label, weight }: Example,
  weights: Float32Array,
  squares: Float32Array,
  out: Float64Array,
  labelCount: number,
  rate: number,
  labels: Int32Array,
  misses: Float64Array,
): void {
  softmax(vector, weights, null, out);
  let error = 0;
  let count = 0;
  for (let at = 0; at < labelCount; at++) {
    const miss = ((at === label ? 1 : 0) - (out[at] as number)) * weight;
    if (miss < negligible && miss > -negligible) continue;
    labels[count] = at;
    misses[count++] = miss;
    error += miss * miss;
  }
  if (count === 0) return;
  const { features, values } = vector;
  for (let at = 0; at < features.length; at++) {
    const feature = features[at] as number;
    const value = values[at] as number;
    const square = (squares[feature] as number) + error * value * value;
    squares[feature] = square;
    const step = (rate * value) / Math.sqrt(square);
    const start = feature * labelCount;
    for (let to = 0; to < count; to++) {
      const cell = start + (labels[to] as number);
      weights[cell] = (weights[cell] as number) + step * (misses[to] as number);
    }
  }
}

/** A step that visits every example once a round in an order without a pattern. */
function coprimeStride(length: number): number {
  let stride = Math.max(1, Math.floor(length * 0.618));
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  while (stride > 1 && common(stride, length) !== 1) stride--;
  return stride;
}
