import { type LooseWord, looseWords } from './loose-words.ts';
import { readPhrase, type WordGroups } from './phrase.ts';
import { compilePhrase, endOfPhrase, type ReadyPhrase, type WordReading } from './phrase-match.ts';
import { type Spelling, type Vocabulary, vocabularyOf } from './vocabulary.ts';

export interface PhraseRow<Label extends string> {
  readonly label: Label;
  readonly phrase: string;
}

/** A phrase found in a text, with UTF-16 offsets. */
export interface PhraseMatch<Label extends string> {
  readonly label: Label;
  readonly start: number;
  readonly end: number;
}

export interface PhraseBook<Label extends string> {
  /** Every place where a phrase stands, in the order of the text. Time grows linearly with the text. */
  find(text: string): PhraseMatch<Label>[];
  /** The same for words that were read before. */
  findIn(words: readonly LooseWord[]): PhraseMatch<Label>[];
}

interface Entry<Label extends string> {
  readonly label: Label;
  readonly phrase: ReadyPhrase;
}

/** Makes a book of phrases that finds them through misspelling, disguise and words run together. */
export function phraseBook<Label extends string>(
  rows: readonly PhraseRow<Label>[],
  groups: WordGroups,
  spelling: Partial<Spelling> = {},
): PhraseBook<Label> {
  const phrases = rows.map((row) => ({ label: row.label, phrase: readPhrase(row.phrase, groups) }));
  const words = phrases.flatMap(({ phrase }) =>
    phrase.steps.flatMap((step) => (step.kind === 'gap' ? [] : step.choices.flat())),
  );
  const vocabulary = vocabularyOf(words, spelling);
  const byFirstWord = indexByFirstWord(phrases.map(({ label, phrase }) => ({ label, phrase: compilePhrase(phrase) })));
  const findIn = (words: readonly LooseWord[]) => findAll(readWords(words, vocabulary), byFirstWord);
  return { find: (text) => findIn(looseWords(text)), findIn };
}

function indexByFirstWord<Label extends string>(entries: readonly Entry<Label>[]): Map<string, Entry<Label>[]> {
  const index = new Map<string, Entry<Label>[]>();
  for (const entry of entries) {
    for (const word of entry.phrase.firstWords) {
      const known = index.get(word);
      if (known) known.push(entry);
      else index.set(word, [entry]);
    }
  }
  return index;
}

function readWords(words: readonly LooseWord[], vocabulary: Vocabulary): WordReading[] {
  const readings: WordReading[] = [];
  for (const word of words) {
    const ids = vocabulary.resolve(word.text);
    const parts = ids.length > 0 ? [] : vocabulary.split(word.text);
    if (parts.length <= 1) readings.push({ word, ids });
    else for (const part of spread(word, parts)) readings.push({ word: part, ids: vocabulary.resolve(part.text) });
  }
  return readings;
}

/** Words that were run together keep the offsets of the whole. */
function spread(word: LooseWord, parts: readonly string[]): LooseWord[] {
  return parts.map((text, at) => ({ ...word, text, opens: at === 0 && word.opens }));
}

function findAll<Label extends string>(
  words: readonly WordReading[],
  byFirstWord: ReadonlyMap<string, readonly Entry<Label>[]>,
): PhraseMatch<Label>[] {
  const matches: PhraseMatch<Label>[] = [];
  for (const [at, reading] of words.entries()) {
    const tried = reading.ids.length > 1 ? new Set<Entry<Label>>() : null;
    for (const id of reading.ids) {
      for (const entry of byFirstWord.get(id) ?? []) {
        if (tried?.has(entry)) continue;
        tried?.add(entry);
        const end = endOfPhrase(entry.phrase, words, at);
        if (end > at) matches.push({ label: entry.label, ...offsets(words, at, end) });
      }
    }
  }
  return matches;
}

function offsets(words: readonly WordReading[], from: number, to: number): { start: number; end: number } {
  return { start: words[from]?.word.start ?? 0, end: words[to - 1]?.word.end ?? 0 };
}
