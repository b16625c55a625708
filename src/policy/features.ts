import type { Reading } from './lexicon.ts';
import type { Vector } from './train-classifier.ts';

/** What each kind of sign counts before it is weighed by how rare it is. Found by cross-validation (`npm run eval`). */
const kinds = { stem: 1, concept: 1.1, pair: 0.55, concepts: 0.35 } as const;

/** The signs of a question that tell which clause it is about: word stems, ideas, and pairs of neighbours and of ideas. */
export function signsOf({ stems, concepts }: Reading): Map<string, number> {
  const signs = new Map<string, number>();
  for (const stem of stems) signs.set(stem, kinds.stem);
  for (let at = 0; at <= stems.length; at++) signs.set(`${stems[at - 1] ?? '^'} ${stems[at] ?? '$'}`, kinds.pair);
  for (const concept of concepts) signs.set(`#${concept}`, kinds.concept);
  const sorted = [...concepts].sort();
  for (let at = 0; at < sorted.length; at++)
    for (let to = at + 1; to < sorted.length; to++) signs.set(`#${sorted[at]}+${sorted[to]}`, kinds.concepts);
  return signs;
}

/** Turns signs into numbered, weighted features. Signs seen in fewer than `least` texts are left out. */
export class FeatureSpace {
  private readonly numbers = new Map<string, number>();
  private readonly rarities: number[] = [];

  constructor(texts: readonly ReadonlyMap<string, number>[], least: number) {
    const counts = new Map<string, number>();
    for (const signs of texts) for (const sign of signs.keys()) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    for (const [sign, count] of counts) {
      if (sign.includes(' ') && count < least) continue;
      this.numbers.set(sign, this.rarities.length);
      this.rarities.push(Math.log(1 + texts.length / count) / Math.log(1 + texts.length));
    }
  }

  get size(): number {
    return this.rarities.length;
  }

  vector(signs: ReadonlyMap<string, number>): Vector {
    const features: number[] = [];
    const values: number[] = [];
    let squares = 0;
    for (const [sign, weight] of signs) {
      const number = this.numbers.get(sign);
      const value =
        weight *
        (number === undefined ? (sign.includes(' ') || sign.startsWith('#') ? 0 : 0.5) : (this.rarities[number] ?? 0));
      squares += value * value;
      if (number === undefined) continue;
      features.push(number);
      values.push(value);
    }
    const length = Math.sqrt(squares) || 1;
    return { features, values: values.map((value) => value / length) };
  }
}
