/** A message's features with the label its author meant. */
export interface Lesson<Label extends string> {
  readonly label: Label;
  readonly features: readonly string[];
}

export interface IntentModel<Label extends string> {
  /** How likely each label is; they add up to one. */
  score(features: readonly string[]): Record<Label, number>;
}

/** Passes over the lessons, and how much a weight may grow: the best of those tried by cross-validation (`bench/interpret.ts`). */
export interface Teaching {
  readonly passes: number;
  readonly rate: number;
  readonly decay: number;
}
const usualTeaching: Teaching = { passes: 12, rate: 0.25, decay: 1e-4 };

/**
 * Learns a multinomial logistic regression from the lessons, in their given order (AdaGrad): the same lessons make the
 * same model, to the last bit.
 */
export function learnIntents<Label extends string>(
  labels: readonly Label[],
  lessons: readonly Lesson<Label>[],
  teaching: Teaching = usualTeaching,
): IntentModel<Label> {
  const places = new Map<string, number>();
  const encoded = lessons.map((lesson) => ({
    label: labels.indexOf(lesson.label),
    places: Uint32Array.from(lesson.features, (feature) => placeOf(feature, places)),
  }));
  const width = labels.length;
  const weights = new Float64Array(places.size * width);
  const seen = new Float64Array(places.size * width).fill(1);
  const shares = classShares(encoded, width);
  for (let pass = 0; pass < teaching.passes; pass++) {
    for (const index of shuffled(encoded.length, pass)) {
      const lesson = encoded[index];
      if (lesson) learnOne(lesson, weights, seen, shares, teaching);
    }
  }
  return { score: (features) => scoresOf(features, labels, places, weights) };
}

function placeOf(feature: string, places: Map<string, number>): number {
  const known = places.get(feature);
  if (known !== undefined) return known;
  places.set(feature, places.size);
  return places.size - 1;
}

/** Rare labels count for more, by the square root of how rare they are. */
function classShares(lessons: readonly { readonly label: number }[], width: number): Float64Array {
  const counts = new Float64Array(width);
  for (const { label } of lessons) counts[label] = (counts[label] ?? 0) + 1;
  return counts.map((count) => (count === 0 ? 1 : Math.sqrt(lessons.length / width / count)));
}

/** A fixed order that differs from pass to pass (multiplicative stepping by a prime). */
function* shuffled(count: number, pass: number): Generator<number> {
  const step = [7919, 104729, 1299709, 15485863][pass % 4] as number;
  for (let at = 0; at < count; at++) yield count % step === 0 ? at : (at * step + pass) % count;
}

function learnOne(
  lesson: { readonly label: number; readonly places: Uint32Array },
  weights: Float64Array,
  seen: Float64Array,
  shares: Float64Array,
  { rate, decay }: Teaching,
): void {
  const width = shares.length;
  const scale = 1 / Math.sqrt(lesson.places.length);
  const chances = softmax(sumsAt(lesson.places, weights, width).map((sum) => sum * scale));
  for (let label = 0; label < width; label++) {
    const error = ((chances[label] ?? 0) - (label === lesson.label ? 1 : 0)) * scale * (shares[lesson.label] ?? 1);
    if (Math.abs(error) < 1e-6) continue;
    for (const place of lesson.places) {
      const at = place * width + label;
      const slope = error + decay * (weights[at] ?? 0);
      seen[at] = (seen[at] ?? 0) + slope * slope;
      weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(seen[at] ?? 1);
    }
  }
}

function sumsAt(places: Iterable<number>, weights: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(width);
  for (const place of places)
    for (let label = 0; label < width; label++)
      sums[label] = (sums[label] ?? 0) + (weights[place * width + label] ?? 0);
  return sums;
}

function softmax(sums: Float64Array): Float64Array {
  const highest = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function scoresOf<Label extends string>(
  features: readonly string[],
  labels: readonly Label[],
  places: ReadonlyMap<string, number>,
  weights: Float64Array,
): Record<Label, number> {
  const known = features.flatMap((feature) => places.get(feature) ?? []);
  const scale = 1 / Math.sqrt(features.length || 1);
  const chances = softmax(sumsAt(known, weights, labels.length).map((sum) => sum * scale));
  return Object.fromEntries(labels.map((label, at) => [label, chances[at] ?? 0])) as Record<Label, number>;
}
