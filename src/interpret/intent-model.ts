/** A message's features with the label its author meant. */
export interface Lesson<Label extends string> {
  readonly label: Label;
  readonly features: readonly string[];
}

export interface IntentModel<Label extends string> {
  /** How likely each label is; they add up to one. */
  score(features: readonly string[]): Record<Label, number>;
}

/** What was learned: the features by place, and for each place one weight a label, in steps of `step`. */
export interface LearnedIntents {
  readonly features: readonly string[];
  readonly weights: Int16Array;
  readonly step: number;
}

/** Passes over the lessons, and how fast and how far a weight may grow: the best of those tried by cross-validation. */
export interface Teaching {
  readonly passes: number;
  readonly rate: number;
  readonly decay: number;
  /** How far rare labels count for more: 0 not at all, 1 as much as common ones together. */
  readonly balance: number;
  /** A feature of fewer lessons than this is left out: it cannot speak for a wording not seen before. */
  readonly least: number;
  /** How much a feature counts, 1 where nothing is known of it. */
  readonly importance: (feature: string) => number;
}

interface Encoded {
  readonly label: number;
  readonly places: Uint32Array;
  readonly values: Float32Array;
}

/**
 * Learns a multinomial logistic regression from the lessons, in a fixed order (AdaGrad): the same lessons make the same
 * model, to the last bit.
 */
export function learnIntents<Label extends string>(
  labels: readonly Label[],
  lessons: readonly Lesson<Label>[],
  teaching: Teaching,
): LearnedIntents {
  const places = placesOf(lessons, teaching.least);
  const importances = importancesOf(places, teaching);
  const encoded = lessons.map(
    (lesson): Encoded => ({ label: labels.indexOf(lesson.label), ...encode(lesson.features, places, importances) }),
  );
  const width = labels.length;
  const weights = new Float32Array(places.size * width);
  /** The mean over the passes after the first: steadier than the last weights. */
  const mean = new Float32Array(places.size * width);
  const seen = new Float32Array(places.size * width).fill(1);
  const shares = classShares(encoded, width, teaching.balance);
  const chances = new Float64Array(width);
  for (let pass = 0; pass < teaching.passes; pass++) {
    for (const index of inPassOrder(encoded.length, pass)) {
      const lesson = encoded[index];
      if (lesson) learnOne(lesson, weights, seen, shares, chances, teaching);
    }
    if (pass > 0)
      for (let at = 0; at < weights.length; at++)
        mean[at] = (mean[at] ?? 0) + (weights[at] ?? 0) / (teaching.passes - 1);
  }
  return { features: [...places.keys()], ...inSteps(mean) };
}

/** The model of what was learned, now or at an earlier time. */
export function intentModel<Label extends string>(
  labels: readonly Label[],
  { features, weights, step }: LearnedIntents,
  teaching: Teaching,
): IntentModel<Label> {
  const places = new Map(features.map((feature, place) => [feature, place]));
  const importances = importancesOf(places, teaching);
  const whole = Float32Array.from(weights, (weight) => weight * step);
  return { score: (seen) => scoresOf(seen, labels, places, whole, importances) };
}

/** Weights in 16 bits each, so that they can be kept in a small file: the model is the same learned and read back. */
function inSteps(weights: Float32Array): Pick<LearnedIntents, 'weights' | 'step'> {
  let largest = 1e-6;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const step = largest / 32_767;
  return { weights: Int16Array.from(weights, (weight) => Math.round(weight / step)), step };
}

/** A place for every feature of at least so many lessons. */
function placesOf(lessons: readonly { readonly features: readonly string[] }[], least: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of lessons)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const places = new Map<string, number>();
  for (const [feature, count] of counts) if (count >= least) places.set(feature, places.size);
  return places;
}

/** The known features, with importances scaled so that a long message weighs as much as a short one. */
function encode(
  features: readonly string[],
  places: ReadonlyMap<string, number>,
  importances: Float32Array,
): { places: Uint32Array; values: Float32Array } {
  const known: number[] = [];
  let size = 0;
  for (const feature of features) {
    const place = places.get(feature);
    if (place === undefined) continue;
    const value = importances[place] as number;
    size += value * value;
    known.push(place);
  }
  const scale = 1 / (Math.sqrt(size) || 1);
  return {
    places: Uint32Array.from(known),
    values: Float32Array.from(known, (place) => (importances[place] as number) * scale),
  };
}

/** How much the feature at each place counts. */
const importancesOf = (places: ReadonlyMap<string, number>, { importance }: Teaching): Float32Array =>
  Float32Array.from(places.keys(), importance);

function classShares(lessons: readonly { readonly label: number }[], width: number, balance: number): Float64Array {
  const counts = new Float64Array(width);
  for (const { label } of lessons) counts[label] = (counts[label] ?? 0) + 1;
  return counts.map((count) => (count === 0 ? 1 : (lessons.length / width / count) ** balance));
}

/** A fixed order that differs from pass to pass (stepping by a prime). */
function* inPassOrder(count: number, pass: number): Generator<number> {
  const step = [7919, 104729, 1299709, 15485863][pass % 4] as number;
  for (let at = 0; at < count; at++) yield count % step === 0 ? at : (at * step + pass) % count;
}

function learnOne(
  lesson: Encoded,
  weights: Float32Array,
  seen: Float32Array,
  shares: Float64Array,
  chances: Float64Array,
  { rate, decay }: Teaching,
): void {
  const width = chances.length;
  const { places, values, label } = lesson;
  fillChances(places, values, weights, chances);
  chances[label] = (chances[label] ?? 0) - 1;
  const share = shares[label] ?? 1;
  for (let feature = 0; feature < places.length; feature++) {
    const pull = (values[feature] ?? 0) * share;
    const from = (places[feature] ?? 0) * width;
    for (let other = 0; other < width; other++) {
      const weight = weights[from + other] ?? 0;
      const slope = (chances[other] ?? 0) * pull + decay * weight;
      const sum = (seen[from + other] ?? 1) + slope * slope;
      seen[from + other] = sum;
      weights[from + other] = weight - (rate * slope) / Math.sqrt(sum);
    }
  }
}

/** Fills `chances` with how likely each label is (softmax of the weighted sums). */
function fillChances(
  places: ArrayLike<number>,
  values: ArrayLike<number>,
  weights: Float32Array,
  chances: Float64Array,
) {
  const width = chances.length;
  chances.fill(0);
  for (let feature = 0; feature < places.length; feature++) {
    const value = values[feature] ?? 0;
    const from = (places[feature] ?? 0) * width;
    for (let label = 0; label < width; label++)
      chances[label] = (chances[label] ?? 0) + value * (weights[from + label] ?? 0);
  }
  const highest = Math.max(...chances);
  let total = 0;
  for (let label = 0; label < width; label++) {
    const power = Math.exp((chances[label] ?? 0) - highest);
    chances[label] = power;
    total += power;
  }
  for (let label = 0; label < width; label++) chances[label] = (chances[label] ?? 0) / total;
}

function scoresOf<Label extends string>(
  features: readonly string[],
  labels: readonly Label[],
  places: ReadonlyMap<string, number>,
  weights: Float32Array,
  importances: Float32Array,
): Record<Label, number> {
  const known = encode(features, places, importances);
  const chances = new Float64Array(labels.length);
  fillChances(known.places, known.values, weights, chances);
  return Object.fromEntries(labels.map((label, at) => [label, chances[at] ?? 0])) as Record<Label, number>;
}
