import type { LinearModel } from '../../src/text/linear-model.ts';

/** A text with the hashed features of each of its passages; texts without a passage teach nothing. */
export interface Sample {
  readonly source: string;
  readonly hostile: boolean;
  readonly weight: number;
  readonly passages: readonly Int32Array[];
}

export interface Fitted {
  readonly weights: Float32Array;
  readonly bias: number;
}

/** Buckets of the model of talk about groups, and the score from which it says yes. */
export const groupTalkSize = 1 << 18;
export const groupTalkThreshold = 0.2;

const rounds = 10;
const learning = 0.3;
const dropped = 0.3;
const pull = 3e-5;

/**
 * Logistic regression by AdaGrad. A hostile text may hold one hostile passage among many, so each text is judged by its
 * highest passage. A share of the features is left out at random each time, so that no single word carries a score.
 */
export function fitPassages(samples: readonly Sample[], size: number): Fitted {
  const state = {
    weights: new Float32Array(size),
    slopes: new Float32Array(size).fill(1e-2),
    bias: 0,
    biasSlope: 1e-2,
  };
  const mean = new Float64Array(size);
  const order = samples.flatMap((sample, index) => (sample.passages.length > 0 ? [index] : []));
  const random = randomOf(42);
  let meanBias = 0;
  let kept = 0;
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const index of order) learn(state, samples[index] as Sample, random);
    if (round < rounds / 2) continue;
    for (let at = 0; at < size; at++) mean[at] = (mean[at] as number) + (state.weights[at] as number);
    meanBias += state.bias;
    kept++;
  }
  return { weights: Float32Array.from(mean, (sum) => sum / kept), bias: meanBias / kept };
}

interface State {
  readonly weights: Float32Array;
  readonly slopes: Float32Array;
  bias: number;
  biasSlope: number;
}

function learn(state: State, { passages, hostile, weight }: Sample, random: () => number): void {
  const { weights, slopes } = state;
  const mask = weights.length - 1;
  const features = highest(state, passages).filter(() => random() > dropped);
  if (features.length === 0) return;
  const value = 1 / Math.sqrt(features.length);
  const slope = (1 / (1 + Math.exp(-scoreOf(state, features))) - (hostile ? 1 : 0)) * weight;
  for (const feature of features) {
    const at = feature & mask;
    const own = slope * value + pull * (weights[at] as number);
    slopes[at] = (slopes[at] as number) + own * own;
    weights[at] = (weights[at] as number) - (learning * own) / Math.sqrt(slopes[at] as number);
  }
  state.biasSlope += slope * slope;
  state.bias -= (learning * slope) / Math.sqrt(state.biasSlope);
}

const highest = (fitted: Fitted, passages: readonly Int32Array[]): Int32Array =>
  passages.reduce((best, one) => (scoreOf(fitted, one) > scoreOf(fitted, best) ? one : best));

export function scoreOf({ weights, bias }: Fitted, features: Int32Array): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature & (weights.length - 1)] as number;
  return bias + sum / Math.sqrt(Math.max(1, features.length));
}

function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
}

/** The weights in whole steps, as they are shipped. */
export function quantised({ weights, bias }: Fitted, threshold: number): LinearModel {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6);
  return {
    weights: Int8Array.from(weights, (weight) => Math.round((weight / largest) * 127)),
    scale: largest / 127,
    bias,
    threshold,
  };
}
