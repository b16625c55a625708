import { type LooseWord, looseWords } from './loose-words.ts';
import { readPhrase, type WordGroups } from './phrase.ts';
import { compilePhrase, endOfPhrase, type ReadyPhrase, secondWords, type WordReading } from './phrase-match.ts';
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
  readonly place: number;
}

/** The phrases that begin with a word: by the word that must come second, and those where it may be any. */
interface Begun<Label extends string> {
  readonly any: Entry<Label>[];
  readonly bySecond: Map<string, Entry<Label>[]>;
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
  const byFirstWord = indexByFirstWord(
    phrases.map(({ label, phrase }, place) => ({ label, phrase: compilePhrase(phrase), place })),
  );
  const findIn = (words: readonly LooseWord[]) => findAll(readWords(words, vocabulary), byFirstWord);
  return { find: (text) => findIn(looseWords(text)), findIn };
}

function indexByFirstWord<Label extends string>(entries: readonly Entry<Label>[]): Map<string, Begun<Label>> {
  const index = new Map<string, Begun<Label>>();
  for (const entry of entries)
    for (const word of entry.phrase.firstWords) {
      const begun: Begun<Label> = index.get(word) ?? { any: [], bySecond: new Map() };
      index.set(word, begun);
      const seconds = secondWords(entry.phrase, word);
      if (seconds === null) begun.any.push(entry);
      else
        for (const second of seconds) {
          const known = begun.bySecond.get(second);
          if (known) known.push(entry);
          else begun.bySecond.set(second, [entry]);
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
  byFirstWord: ReadonlyMap<string, Begun<Label>>,
): PhraseMatch<Label>[] {
  const matches: PhraseMatch<Label>[] = [];
  for (let at = 0; at < words.length; at++) {
    const { ids } = words[at] as WordReading;
    const tried = ids.length > 1 ? new Set<Entry<Label>>() : null;
    for (const id of ids) {
      const begun = byFirstWord.get(id);
      if (begun === undefined) continue;
      for (const entry of candidates(begun, words[at + 1])) {
        if (tried?.has(entry)) continue;
        tried?.add(entry);
        const end = endOfPhrase(entry.phrase, words, at);
        if (end > at) matches.push({ label: entry.label, ...offsets(words, at, end) });
      }
    }
  }
  return matches;
}

/** The phrases that may stand where `next` is the second word, in the order of the book; each once. */
function candidates<Label extends string>(
  { any, bySecond }: Begun<Label>,
  next: WordReading | undefined,
): readonly Entry<Label>[] {
  const found = next?.ids.flatMap((id) => bySecond.get(id) ?? []) ?? [];
  if (found.length === 0) return any;
  return [...new Set([...any, ...found])].sort((a, b) => a.place - b.place);
}

function offsets(words: readonly WordReading[], from: number, to: number): { start: number; end: number } {
  return { start: words[from]?.word.start ?? 0, end: words[to - 1]?.word.end ?? 0 };
}
