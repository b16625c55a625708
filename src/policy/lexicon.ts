import { editDistance, sound } from '../text/spelling.ts';
import { stem as stemOf } from '../text/stem.ts';
import { words } from '../text/words.ts';

/** How people put things, in general and about nobody in particular (`policy/synonyms.yaml`). */
export interface Synonyms {
  /** Mobile typing and sound-alikes: what is typed, and the words that are meant ("shud": "should"). */
  readonly shorthand: Readonly<Record<string, string>>;
  /** Ideas of the field by name, with the words and phrases that people have for each. */
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  /** Everyday words that are spelt right though no clause and no example has them. */
  readonly known?: readonly string[];
}

export const noSynonyms: Synonyms = { shorthand: {}, concepts: {} };

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

interface Phrase {
  readonly stems: readonly string[];
  readonly concept: string;
}

/** Reads sentences as they are meant. `vocabulary` counts the words of the index: only to these is a slip mended. */
export function buildLexicon(synonyms: Synonyms, vocabulary: ReadonlyMap<string, number>): Lexicon {
  const stem = remembered(stemOf);
  const phrases = conceptPhrases(synonyms, stem);
  const frequency = countWords(Object.values(synonyms.concepts).flat(), vocabulary);
  const known = new Set([...frequency.keys(), ...(synonyms.known ?? [])]);
  let mend: ((word: string) => string | null) | null = null;
  const mended = (word: string): string | null => {
    mend ??= mender(frequency);
    return mend(word);
  };
  const cache = new Map<string, string | null>();
  const meant = (word: string): readonly string[] => {
    if (known.has(word) || /\d/.test(word)) return [word];
    const shorthand = synonyms.shorthand[word];
    if (shorthand !== undefined) return shorthand.split(' ');
    const run = /(.)\1{2,}/.test(word) ? word.replace(/(.)\1{2,}/g, '$1') : word;
    if (known.has(run)) return [run];
    if (!cache.has(run) && cache.size < 20_000) cache.set(run, mended(run));
    return [cache.has(run) ? (cache.get(run) ?? word) : (mended(run) ?? word)];
  };
  return {
    read(text) {
      const typed = words(text);
      const shown = typed.flatMap((word) => synonyms.shorthand[word]?.split(' ') ?? meant(word));
      const stems = shown.map(stem);
      return {
        words: shown,
        stems,
        concepts: findConcepts(stems, phrases),
        unknown: shown.filter((word) => !known.has(word) && !/\d/.test(word)),
        strange: typed.filter((word) => !known.has(word) && !(word in synonyms.shorthand) && !/\d/.test(word)).length,
      };
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

/** Stems a word once however often it comes; only for the words that build the index and the few asked since. */
function remembered(stem: (word: string) => string): (word: string) => string {
  const stems = new Map<string, string>();
  return (word) => {
    const known = stems.get(word) ?? stem(word);
    if (stems.size < 50_000) stems.set(word, known);
    return known;
  };
}

function conceptPhrases({ concepts }: Synonyms, stem: (word: string) => string): Map<string, Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  for (const [concept, members] of Object.entries(concepts))
    for (const member of members) {
      const stems = words(member).map(stem);
      const first = stems[0] ?? '';
      const list = phrases.get(first);
      if (list) list.push({ stems, concept });
      else phrases.set(first, [{ stems, concept }]);
    }
  return phrases;
}

function findConcepts(stems: readonly string[], phrases: ReadonlyMap<string, readonly Phrase[]>): string[] {
  const found = new Set<string>();
  stems.forEach((first, at) => {
    for (const phrase of phrases.get(first) ?? [])
      if (phrase.stems.every((part, offset) => stems[at + offset] === part)) found.add(phrase.concept);
  });
  return [...found];
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
