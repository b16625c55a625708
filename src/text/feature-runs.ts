import { IntStack } from './int-stack.ts';

/**
 * Hashed features of a text read part by part: each once in its part (`part`), and each once in the whole (`whole`). Made
 * to be emptied and filled again for text after text: an open hash table whose slots name the part that they were last
 * met in, so that one look tells both, and emptying costs nothing.
 */
export class FeatureRuns {
  /** Features of the part at hand. */
  readonly part = new IntStack();
  /** Features of all parts so far that count for the whole. */
  readonly whole = new IntStack();
  #slots = new Int32Array(2048);
  #metIn = new Int32Array(2048);
  #taken = 0;
  /** Parts are numbered over all texts; slots of a number below `#first` are free. */
  #number = 1;
  #first = 1;
  #counts = true;

  /** Begins another text. */
  clear(): void {
    this.#forget();
    this.part.size = 0;
    this.whole.size = 0;
    this.#counts = true;
  }

  /** Begins another part; `counts` says whether it belongs to the whole, and no part does after one that does not. */
  begin(counts: boolean): void {
    this.#number++;
    this.part.size = 0;
    this.#counts = counts;
    if (!counts) this.#forget();
  }

  add(feature: number): void {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = (feature ^ (feature >>> 15)) & last;
    let met = this.#metIn[slot] as number;
    while (met >= this.#first && slots[slot] !== feature) {
      slot = (slot + 1) & last;
      met = this.#metIn[slot] as number;
    }
    if (met === this.#number) return;
    this.#metIn[slot] = this.#number;
    this.part.push(feature);
    if (met >= this.#first) return;
    slots[slot] = feature;
    if (this.#counts) this.whole.push(feature);
    if (++this.#taken * 2 > last) this.#grow();
  }

  addAll(features: readonly number[]): void {
    for (let at = 0; at < features.length; at++) this.add(features[at] as number);
  }

  #forget(): void {
    if (this.#number > 1_000_000_000) {
      this.#metIn.fill(0);
      this.#number = 0;
    }
    this.#number++;
    this.#first = this.#number;
    this.#taken = 0;
  }

  #grow(): void {
    const [slots, metIn] = [this.#slots, this.#metIn];
    const last = slots.length * 2 - 1;
    this.#slots = new Int32Array(last + 1);
    this.#metIn = new Int32Array(last + 1);
    for (let at = 0; at < slots.length; at++) {
      if ((metIn[at] as number) < this.#first) continue;
      const feature = slots[at] as number;
      let slot = (feature ^ (feature >>> 15)) & last;
      while (this.#metIn[slot] !== 0) slot = (slot + 1) & last;
      this.#slots[slot] = feature;
      this.#metIn[slot] = metIn[at] as number;
    }
  }
}
