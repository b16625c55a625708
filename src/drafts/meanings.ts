import { hashOf } from '../text/feature-set.ts';
import { stem } from '../text/stem.ts';
import { PerWord, type Word } from '../text/word.ts';

/** A thesaurus: which meanings a word has, as hashes of their names. */
export interface Meanings {
  of(word: Word): readonly number[];
}

const none: readonly number[] = [];

/** No word means anything: for books made without a thesaurus. */
export const noMeanings: Meanings = { of: () => none };

/** The thesaurus of `words` by meaning. A word that is not in it is looked up by its stem. Sorted when first asked. */
export function meaningsOf(words: Readonly<Record<string, readonly string[]>>): Meanings {
  let ready: LookUp | undefined;
  return new PerWord(({ key }) => {
    ready ??= sortWords(words);
    return ready(key);
  });
}

type LookUp = (word: string) => readonly number[];

function sortWords(words: Readonly<Record<string, readonly string[]>>): LookUp {
  const known = new Map<string, number[]>();
  const put = (word: string, meaning: number) => {
    const meanings = known.get(word);
    if (meanings === undefined) known.set(word, [meaning]);
    else if (!meanings.includes(meaning)) meanings.push(meaning);
  };
  const stems = new Map<string, string>();
  for (const [name, members] of Object.entries(words))
    for (const word of members) {
      put(word, hashOf(name));
      const base = stem(word);
      if (base !== word && !stems.has(base)) stems.set(base, word);
    }
  return (word) => {
    const whole = known.get(word);
    if (whole !== undefined) return whole;
    const base = stem(word);
    return known.get(base) ?? known.get(stems.get(base) ?? '') ?? none;
  };
}
