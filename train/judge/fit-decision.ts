import type { Decision } from '../../src/drafts/judgement/judge.ts';

interface Row {
  readonly measures: readonly number[];
  readonly wanted: boolean;
  readonly weight: number;
}

const rounds = 400;
const pull = 0.02;
const learning = 0.5;

/** Logistic regression on a few dense measures, by gradient descent on measures brought to the same spread. */
export function fitDecision(rows: readonly Row[]): Decision {
  const width = rows[0]?.measures.length ?? 0;
  const places = Array.from({ length: width }, (_, at) => at);
  const means = places.map((at) => mean(rows.map((row) => row.measures[at] as number)));
  const spreads = places.map(
    (at) => Math.sqrt(mean(rows.map((row) => ((row.measures[at] as number) - (means[at] as number)) ** 2))) || 1,
  );
  const scaled = rows.map((row) =>
    places.map((at) => ((row.measures[at] as number) - (means[at] as number)) / (spreads[at] as number)),
  );
  const total = rows.reduce((sum, row) => sum + row.weight, 0) || 1;
  const weights = new Float64Array(width);
  let bias = 0;
  for (let round = 0; round < rounds; round++) {
    const slopes = new Float64Array(width);
    let slope = 0;
    for (const [index, row] of rows.entries()) {
      const values = scaled[index] as number[];
      const score = values.reduce((sum, value, at) => sum + value * (weights[at] as number), bias);
      const error = ((row.wanted ? 1 : 0) - 1 / (1 + Math.exp(-score))) * row.weight;
      slope += error;
      for (let at = 0; at < width; at++) slopes[at] = (slopes[at] as number) + error * (values[at] as number);
    }
    bias += (learning * slope) / total;
    for (let at = 0; at < width; at++)
      weights[at] =
        (weights[at] as number) +
        learning * ((slopes[at] as number) / total - (pull / width) * (weights[at] as number));
  }
  const raw = places.map((at) => (weights[at] as number) / (spreads[at] as number));
  return {
    weights: raw,
    bias: bias - raw.reduce((sum, weight, at) => sum + weight * (means[at] as number), 0),
    line: 0,
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
