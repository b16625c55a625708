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

/** Hashed features, each once. A feature is a name and up to three hashed parts, order kept; no text is put together. */
export class FeatureSet {
  readonly #features = new Set<number>();

  add(name: string): void {
    this.#features.add(hashOf(name));
  }

  addParts(name: string, first: number, second?: number, third?: number): void {
    let value = mix(hashOf(name), first);
    if (second !== undefined) value = mix(value, second);
    if (third !== undefined) value = mix(value, third);
    this.#features.add(value);
  }

  toArray(): Int32Array {
    return Int32Array.from(this.#features);
  }
}
