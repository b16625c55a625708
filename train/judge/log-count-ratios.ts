import type { Row } from './fit-jointly.ts';

/** Counts that every feature starts with, so that one met once does not decide. */
const smoothing = 1;
/** How far the scales follow the ratios: 0 not at all, 1 wholly. Half of the way was best out of fold. */
const share = 0.5;

/**
 * For each feature and head (side by side, as the weights are), how freely a weight may grow: by how much more often the
 * feature is met where the head is wanted than where it is not (the log-count ratio of Wang and Manning, 2012). Over all
 * that is met in the rows, the squares average 1 for each head.
 */
export function logCountRatios(rows: readonly Row[], heads: number, buckets: number): Float32Array {
  const wanted = new Counts(heads, buckets);
  const other = new Counts(heads, buckets);
  const met = new Float64Array(buckets);
  for (const row of rows) {
    for (const feature of row.features) met[feature & (buckets - 1)] = (met[feature & (buckets - 1)] as number) + 1;
    for (let head = 0; head < heads; head++) (row.wanted[head] === 1 ? wanted : other).add(row, head);
  }
  const ratios = Float32Array.from(
    wanted.counts,
    (_, place) => Math.abs(Math.log(wanted.share(place) / other.share(place))) ** share,
  );
  for (let head = 0; head < heads; head++) bringToOne(ratios, met, head, heads);
  return ratios;
}

/** How often features are met in rows, by feature and head. */
class Counts {
  readonly counts: Float32Array;
  readonly #totals: Float64Array;
  readonly #mask: number;

  constructor(heads: number, buckets: number) {
    this.counts = new Float32Array(heads * buckets);
    this.#totals = new Float64Array(heads);
    this.#mask = buckets - 1;
  }

  add({ features, weights }: Row, head: number): void {
    const weight = weights[head] as number;
    if (weight === 0) return;
    const width = this.#totals.length;
    this.#totals[head] = (this.#totals[head] as number) + weight;
    for (const feature of features) {
      const place = (feature & this.#mask) * width + head;
      this.counts[place] = (this.counts[place] as number) + weight;
    }
  }

  /** Of the rows, the share that has the feature of this place. */
  share(place: number): number {
    const total = this.#totals[place % this.#totals.length] as number;
    return ((this.counts[place] as number) + smoothing) / (total + 2 * smoothing);
  }
}

function bringToOne(ratios: Float32Array, met: Float64Array, head: number, heads: number): void {
  let squares = 0;
  let count = 0;
  for (let bucket = 0; bucket < met.length; bucket++) {
    squares += (met[bucket] as number) * (ratios[bucket * heads + head] as number) ** 2;
    count += met[bucket] as number;
  }
  const factor = Math.sqrt(count / Math.max(squares, 1e-9));
  for (let place = head; place < ratios.length; place += heads) ratios[place] = (ratios[place] as number) * factor;
}
