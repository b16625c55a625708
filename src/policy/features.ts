import type { Vector } from './classifier.ts';
import type { Reading } from './lexicon.ts';

/** What each kind of sign counts before it is weighed by its rarity; found by cross-validation over the examples. */
const kinds = { stem: 1, concept: 1.1, neighbours: 0.55, concepts: 0.35, unseen: 0.5 } as const;

/** Pairs and letters seen in fewer texts than this teach nothing and are left out. */
const leastTexts = 3;
/** How many letters stand together as one sign. */
const run = 4;

/** The signs of a question that tell what it is about: word stems, ideas, and pairs of neighbours and of ideas. */
export function signsOf({ stems, concepts }: Reading): Map<string, number> {
  const signs = new Map<string, number>();
  for (const stem of stems) signs.set(stem, kinds.stem);
  for (let at = 0; at <= stems.length; at++) signs.set(`${stems[at - 1] ?? '^'} ${stems[at] ?? '$'}`, kinds.neighbours);
  for (const concept of concepts) signs.set(`#${concept}`, kinds.concept);
  const sorted = [...concepts].sort();
  for (let at = 0; at < sorted.length; at++)
    for (let to = at + 1; to < sorted.length; to++) signs.set(`#${sorted[at]} #${sorted[to]}`, kinds.concepts);
  return signs;
}

/** Every few letters that stand together, also across words: what is left of a word however it is spelt or bent. */
export function letterSignsOf({ words }: Reading): Map<string, number> {
  const line = `_${words.join('_')}_`;
  const signs = new Map<string, number>();
  for (let at = 0; at + run <= line.length; at++) signs.set(`@${line.slice(at, at + run)}`, 1);
  return signs;
}

const standsAlone = (sign: string): boolean => !sign.includes(' ') && !sign.startsWith('@');

export interface FeatureSpace {
  readonly size: number;
  /** The signs as numbered features, rarer ones heavier; a word never seen only makes the others count less. */
  vector(signs: ReadonlyMap<string, number>): Vector;
}

/** The signs of the texts that teach, by place, with the number of texts that have each. */
export interface SignCounts {
  readonly names: readonly string[];
  readonly counts: readonly number[];
  readonly texts: number;
}

/** Counts signs; pairs and letters that hardly any text has are left out. */
export function countSigns(texts: readonly ReadonlyMap<string, number>[]): SignCounts {
  const counts = new Map<string, number>();
  for (const signs of texts) for (const sign of signs.keys()) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const known = [...counts].filter(([sign, count]) => count >= leastTexts || standsAlone(sign));
  return { names: known.map(([sign]) => sign), counts: known.map(([, count]) => count), texts: texts.length };
}

/** Numbers the signs of the texts that teach. */
export function featureSpace({ names, counts, texts }: SignCounts): FeatureSpace {
  const numbers = new Map(names.map((name, number) => [name, number]));
  const rarities = counts.map((count) => Math.log(1 + texts / count) / Math.log(1 + texts));
  return {
    size: rarities.length,
    vector(signs) {
      const features: number[] = [];
      const values: number[] = [];
      let squares = 0;
      for (const [sign, weight] of signs) {
        const number = numbers.get(sign);
        if (number === undefined && (sign.startsWith('#') || !standsAlone(sign))) continue;
        const value = weight * (number === undefined ? kinds.unseen : (rarities[number] ?? 0));
        squares += value * value;
        if (number === undefined) continue;
        features.push(number);
        values.push(value);
      }
      const length = Math.sqrt(squares) || 1;
      return { features, values: values.map((value) => value / length) };
    },
  };
}
