import { hashOf } from '../../text/feature-set.ts';
import type { Word } from '../../text/word.ts';
import { talksOf } from '../group-talk/talks-of.ts';
import type { Reading } from '../reading.ts';

/** What a token is to the trained judge. */
export interface Sign {
  /** Hash of the word as read, or of what it stands for. */
  readonly key: number;
  /** The word whose letters and meanings count too; null for what only stands for something. */
  readonly word: Word | null;
  readonly classes: readonly number[];
}

const stands: Readonly<Record<string, string>> = { number: '<number>', handle: '<handle>', link: '<link>' };
const none: readonly number[] = [];

/**
 * The tokens as the judge may see them. Every protected group is the same sign to it, and so is every party and every
 * name: swapping one for another cannot change the score.
 */
export function signsOf(reading: Reading): readonly Sign[] {
  return reading.once('signs', () => {
    const masks = masksOf(reading);
    return reading.tokens.map(({ kind, word }, at) => {
      const mask = masks.get(at) ?? stands[kind];
      if (mask !== undefined) return { key: hashOf(mask), word: null, classes: none };
      return { key: word.hash, word: kind === 'word' ? word : null, classes: reading.classesAt(at) };
    });
  });
}

function masksOf(reading: Reading): Map<number, string> {
  const masks = new Map<number, string>();
  for (const hit of reading.hits('confidentiality', 'name')) masks.set(hit.from, '<name>');
  for (const hit of reading.hits('impartiality', 'party-name'))
    for (let at = hit.from; at < hit.to; at++) masks.set(at, '<party>');
  let token = 0;
  for (const { mentions, sentence } of talksOf(reading)) {
    if (mentions.length === 0) continue;
    for (const { kind, from, to } of [...mentions].sort((a, b) => a.from - b.from)) {
      if (kind === 'they') continue;
      const start = sentence.units[from]?.start ?? 0;
      const end = sentence.units[to - 1]?.end ?? 0;
      while (token < reading.tokens.length && (reading.tokens[token]?.start ?? 0) < start) token++;
      for (let at = token; at < reading.tokens.length && (reading.tokens[at]?.start ?? end) < end; at++)
        masks.set(at, kind === 'slur' ? '<slur>' : '<group>');
    }
  }
  return masks;
}
