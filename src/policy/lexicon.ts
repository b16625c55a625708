import { editDistance, sound } from '../text/spelling.ts';
import { words } from '../text/words.ts';
import { buildIdeas } from './ideas.ts';
import { remembered } from './remembered.ts';
import type { Synonyms } from './synonyms.ts';

export interface Reading {
  /** The words as meant: shorthand written out, slips of the finger mended. */
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly concepts: readonly string[];
  /** Words that stand in no clause, no example and no list. */
  readonly unknown: readonly string[];
  /** How many words as typed stand in no list, before any is mended. */
  readonly strange: number;
}

export interface Lexicon {
  read(text: string): Reading;
}

/** What one word as typed stands for. */
interface Meaning extends Omit<Reading, 'concepts' | 'strange'> {
  readonly strange: boolean;
}

/** Reads sentences as they are meant. `vocabulary` counts the words of the index: only to these is a slip mended. */
export function buildLexicon(
  synonyms: Synonyms,
  vocabulary: ReadonlyMap<string, number>,
  ideas = buildIdeas(synonyms),
): Lexicon {
  const frequency = countWords(Object.values(synonyms.concepts).flat(), vocabulary);
  const known = new Set([...frequency.keys(), ...(synonyms.known ?? [])]);
  let mend: ((word: string) => string | null) | null = null;
  const mended = (word: string): string | null => {
    mend ??= mender(frequency);
    return mend(word);
  };
  const meant = (word: string): readonly string[] => {
    const shorthand = synonyms.shorthand[word];
    if (shorthand !== undefined) return shorthand.split(' ');
    if (known.has(word) || /\d/.test(word)) return [word];
    const run = /(.)\1{2,}/.test(word) ? word.replace(/(.)\1{2,}/g, '$1') : word;
    if (known.has(run)) return [run];
    return [mended(run) ?? word];
  };
  const isUnknown = (word: string): boolean => !known.has(word) && !/\d/.test(word);
  const meaningOf = remembered((typed: string): Meaning => {
    const shown = meant(typed);
    const strange = isUnknown(typed) && !(typed in synonyms.shorthand);
    return { words: shown, stems: shown.map(ideas.stem), unknown: shown.filter(isUnknown), strange };
  });
  return {
    read(text) {
      const out = { words: [] as string[], stems: [] as string[], unknown: [] as string[], strange: 0 };
      for (const typed of words(text)) {
        const meaning = meaningOf(typed);
        out.words.push(...meaning.words);
        out.stems.push(...meaning.stems);
        out.unknown.push(...meaning.unknown);
        if (meaning.strange) out.strange++;
      }
      return { ...out, concepts: ideas.find(out.stems) };
    },
  };
}

/** How often each word comes in the texts, added to what was counted before. */
export function countWords(
  texts: readonly string[],
  before: Iterable<readonly [string, number]> = [],
): Map<string, number> {
  const frequency = new Map<string, number>(before);
  for (const text of texts) for (const word of words(text)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return frequency;
}

/**
 * The nearest word of the vocabulary, or null: one slip in four to six letters, two in seven or more, or the same sound.
 * Words are filed under themselves, each spelling with a letter left out, their sound, and long ones their first letters,
 * so that a look-up costs the few words that share one of these and not the vocabulary.
 */
function mender(frequency: ReadonlyMap<string, number>): (word: string) => string | null {
  const filed = new Map<string, string[]>();
  const file = (key: string, word: string) => {
    const list = filed.get(key);
    if (list) list.push(word);
    else filed.set(key, [word]);
  };
  for (const word of frequency.keys())
    if (/^[a-z]{3,}$/.test(word)) {
      file(`~${sound(word)}`, word);
      if (word.length > 3) for (const key of lessOne(word)) file(key, word);
      if (word.length > 6) file(`^${word.slice(0, 4)}`, word);
    }
  return (word) => {
    if (word.length < 4) return null;
    const limit = word.length < 7 ? 1 : 2;
    let best: string | null = null;
    let bestCost = limit + 0.9;
    const consider = (candidate: string, bonus: number) => {
      const distance = editDistance(word, candidate, limit);
      const cost = distance - bonus - Math.min(0.3, (frequency.get(candidate) ?? 0) / 100);
      if (distance <= limit && cost < bestCost) [best, bestCost] = [candidate, cost];
    };
    for (const key of lessOne(word))
      for (const candidate of filed.get(key) ?? []) if (candidate[0] === word[0]) consider(candidate, 0);
    for (const candidate of filed.get(`~${sound(word)}`) ?? []) consider(candidate, 0.6);
    if (limit > 1) for (const candidate of filed.get(`^${word.slice(0, 4)}`) ?? []) consider(candidate, 0);
    return best;
  };
}

/** The word itself, and the word with each letter left out once. */
function lessOne(word: string): Set<string> {
  const keys = new Set([word]);
  for (let at = 0; at < word.length; at++) keys.add(word.slice(0, at) + word.slice(at + 1));
  return keys;
}
