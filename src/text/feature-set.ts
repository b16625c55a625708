import { hash, mix } from './linear-model.ts';

const mostRemembered = 50_000;
const remembered = new Map<string, number>();

/** The hash of a short text, remembered: the same words come again and again. */
export function hashOf(text: string): number {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const value = hash(text);
  remembered.set(text, value);
  return value;
}

/**
 * Hashed features, each once. Made to be cleared and filled again for text after text: an open hash table whose slots
 * name the filling that they belong to, so that clearing costs nothing.
 */
export class FeatureSet {
  #features = new Int32Array(512);
  #slots = new Int32Array(1024);
  #filledIn = new Int32Array(1024);
  #filling = 1;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  clear(): void {
    this.#filling = (this.#filling + 1) | 0;
    this.#size = 0;
  }

  /** Returns whether it was not there before. */
  add(feature: number): boolean {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = (feature ^ (feature >>> 15)) & last;
    while (this.#filledIn[slot] === this.#filling) {
      if (slots[slot] === feature) return false;
      slot = (slot + 1) & last;
    }
    this.#filledIn[slot] = this.#filling;
    slots[slot] = feature;
    this.#features[this.#size++] = feature;
    if (this.#size * 2 > last) this.#grow();
    return true;
  }

  addAll(features: Int32Array): void {
    for (let at = 0; at < features.length; at++) this.add(features[at] as number);
  }

  /** A feature of a name (its hash) and up to three parts, order kept. */
  addParts(name: number, first: number, second?: number, third?: number): void {
    let value = mix(name, first);
    if (second !== undefined) value = mix(value, second);
    if (third !== undefined) value = mix(value, third);
    this.add(value);
  }

  /** The features, in the order in which they were added. */
  toArray(): Int32Array {
    return this.#features.slice(0, this.#size);
  }

  #grow(): void {
    const before = this.toArray();
    const slots = this.#slots.length * 2;
    this.#features = new Int32Array(slots / 2);
    this.#slots = new Int32Array(slots);
    this.#filledIn = new Int32Array(slots);
    this.#filling = 1;
    this.#size = 0;
    this.addAll(before);
  }
}
