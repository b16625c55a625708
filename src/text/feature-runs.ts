import { IntStack } from './int-stack.ts';

/** Room for the features of an everyday text; a table that grew beyond it is given back. */
const everyday = 4096;

/**
 * Hashed features of a text read part by part: each once in its part (`part`), and each once in the whole (`whole`). Made
 * to be emptied and filled again for text after text: an open hash table whose places name the part that they were last
 * met in, so that one look tells both, and emptying costs nothing.
 */
export class FeatureRuns {
  /** Features of the part read last. */
  readonly part = new IntStack();
  /** Features of all parts so far that count for the whole. */
  readonly whole = new IntStack();
  /** What is met, as often as it is met; `endPart` sorts out what was there before. */
  readonly #met = new IntStack();
  /** A feature and the number of the part it was last met in, in turn. */
  #table = new Int32Array(2 * everyday);
  #taken = 0;
  /** Parts are numbered over all texts; places with a number below `#first` are free. */
  #number = 1;
  #first = 1;

  /** Begins another text. */
  clear(): void {
    if (this.#table.length > 2 * everyday || this.#number > 1_000_000_000) {
      this.#table = new Int32Array(2 * everyday);
      this.#number = 1;
    }
    this.#forget();
    this.#met.size = 0;
    this.whole.size = 0;
  }

  add(feature: number): void {
    this.#met.push(feature);
  }

  addAll(features: readonly number[]): void {
    for (let at = 0; at < features.length; at++) this.#met.push(features[at] as number);
  }

  /** Ends a part; `counts` says whether it belongs to the whole, and no part does after one that does not. */
  endPart(counts: boolean): void {
    if (!counts) this.#forget();
    this.#number++;
    const { values: met, size } = this.#met;
    this.#makeRoom(size);
    this.part.reserve(size);
    if (counts) this.whole.reserve(this.whole.size + size);
    this.#sortOut(met, size, counts ? this.whole.size : -1);
    this.#met.size = 0;
  }

  /** One loop over all that was met, with nothing but numbers in it. @param wholeSize -1 where the part does not count. */
  #sortOut(met: Int32Array, size: number, wholeSize: number): void {
    const [table, first, number] = [this.#table, this.#first, this.#number];
    const [part, whole] = [this.part.values, this.whole.values];
    const last = table.length / 2 - 1;
    let [partSize, fresh] = [0, 0];
    for (let at = 0; at < size; at++) {
      const feature = met[at] as number;
      let place = 2 * ((feature ^ (feature >>> 15)) & last);
      while ((table[place + 1] as number) >= first && table[place] !== feature) place = (place + 2) & (2 * last + 1);
      const before = table[place + 1] as number;
      if (before === number) continue;
      table[place + 1] = number;
      part[partSize++] = feature;
      if (before >= first) continue;
      table[place] = feature;
      if (wholeSize >= 0) whole[wholeSize + fresh] = feature;
      fresh++;
    }
    this.part.size = partSize;
    this.#taken += fresh;
    if (wholeSize >= 0) this.whole.size = wholeSize + fresh;
  }

  #forget(): void {
    this.#number++;
    this.#first = this.#number;
    this.#taken = 0;
  }

  /** Keeps the table no more than a third full. */
  #makeRoom(more: number): void {
    const before = this.#table;
    if ((this.#taken + more) * 6 <= before.length) return;
    let length = before.length;
    while ((this.#taken + more) * 6 > length) length *= 2;
    const table = new Int32Array(length);
    for (let from = 0; from < before.length; from += 2) {
      if ((before[from + 1] as number) < this.#first) continue;
      const feature = before[from] as number;
      let place = 2 * ((feature ^ (feature >>> 15)) & (length / 2 - 1));
      while (table[place + 1] !== 0) place = (place + 2) & (length - 1);
      table[place] = feature;
      table[place + 1] = before[from + 1] as number;
    }
    this.#table = table;
  }
}
