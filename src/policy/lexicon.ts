import { commonWords } from '../text/common-words.ts';
import { words } from '../text/words.ts';
import { digitsAsLetters } from './digits-as-letters.ts';
import { buildIdeas } from './ideas.ts';
import { mender } from './mend-words.ts';
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
    if (known.has(word) || commonWords.has(word) || /\d/.test(word)) return [word];
    const run = /(.)\1{2,}/.test(word) ? word.replace(/(.)\1{2,}/g, '$1') : word;
    if (known.has(run)) return [run];
    return [mended(run) ?? word];
  };
  const isUnknown = (word: string): boolean => !known.has(word) && !/\d/.test(word);
  const meaningOf = remembered((typed: string): Meaning => {
    const shown = meant(typed);
    const strange = isUnknown(typed) && !commonWords.has(typed) && !(typed in synonyms.shorthand);
    return { words: shown, stems: shown.map(ideas.stem), unknown: shown.filter(isUnknown), strange };
  });
  const standsFor = (word: string): string | null =>
    synonyms.shorthand[word] ?? (word.length > 2 && known.has(word) ? word : null);
  return {
    read(text) {
      const out = { words: [] as string[], stems: [] as string[], unknown: [] as string[], strange: 0 };
      for (const typed of words(digitsAsLetters(text, standsFor))) {
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
