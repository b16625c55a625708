import { type LooseWord, looseWords } from './loose-words.ts';
import { type Phrase, readPhrase, type Step, type WordGroups } from './phrase.ts';
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
}

interface Entry<Label extends string> {
  readonly label: Label;
  readonly phrase: Phrase;
}

interface Reading {
  readonly word: LooseWord;
  /** Every entry of the vocabulary that this word may be. */
  readonly ids: ReadonlySet<string>;
}

/**
 * Makes a book of phrases that finds them through misspelling, disguise and words run together.
 */
export function phraseBook<Label extends string>(
  rows: readonly PhraseRow<Label>[],
  groups: WordGroups,
  spelling: Partial<Spelling> = {},
): PhraseBook<Label> {
  const entries = rows.map((row) => ({ label: row.label, phrase: readPhrase(row.phrase, groups) }));
  const vocabulary = vocabularyOf(
    entries.flatMap(({ phrase }) => phrase.steps.flatMap((step) => (step.kind === 'gap' ? [] : step.choices.flat()))),
    spelling,
  );
  const byFirstWord = indexByFirstWord(entries);
  return { find: (text) => findAll(readWords(text, vocabulary), byFirstWord) };
}

function indexByFirstWord<Label extends string>(entries: readonly Entry<Label>[]): Map<string, Entry<Label>[]> {
  const index = new Map<string, Entry<Label>[]>();
  for (const entry of entries) {
    for (const word of new Set(firstWords(entry.phrase.steps))) {
      const known = index.get(word);
      if (known) known.push(entry);
      else index.set(word, [entry]);
    }
  }
  return index;
}

function firstWords(steps: readonly Step[]): string[] {
  const words: string[] = [];
  for (const step of steps) {
    if (step.kind === 'gap') continue;
    words.push(...step.choices.flatMap((choice) => choice.slice(0, 1)));
    if (!step.optional) break;
  }
  return words;
}

function readWords(text: string, vocabulary: Vocabulary): Reading[] {
  const known = new Map<string, ReadonlySet<string>>();
  return looseWords(text).flatMap((word) => {
    const parts = vocabulary.split(word.text);
    return (parts.length > 1 ? spread(word, parts) : [word]).map((part) => {
      const ids = known.get(part.text) ?? vocabulary.resolve(part.text);
      known.set(part.text, ids);
      return { word: part, ids };
    });
  });
}

/** Words that were run together keep the offsets of the whole. */
function spread(word: LooseWord, parts: readonly string[]): LooseWord[] {
  return parts.map((text, at) => ({ ...word, text, opens: at === 0 && word.opens }));
}

function findAll<Label extends string>(
  words: readonly Reading[],
  byFirstWord: ReadonlyMap<string, readonly Entry<Label>[]>,
): PhraseMatch<Label>[] {
  const matches: PhraseMatch<Label>[] = [];
  for (let at = 0; at < words.length; at++) {
    const tried = new Set<Entry<Label>>();
    for (const id of words[at]?.ids ?? []) {
      for (const entry of byFirstWord.get(id) ?? []) {
        if (tried.has(entry)) continue;
        tried.add(entry);
        const end = endOf(entry.phrase, words, at);
        if (end > at) matches.push({ label: entry.label, ...offsets(words, at, end) });
      }
    }
  }
  return matches;
}

function offsets(words: readonly Reading[], from: number, to: number): { start: number; end: number } {
  return { start: words[from]?.word.start ?? 0, end: words[to - 1]?.word.end ?? 0 };
}

/** The index after the phrase's last word, or -1. */
function endOf(phrase: Phrase, words: readonly Reading[], at: number): number {
  if (phrase.atStart && at !== 0) return -1;
  return endOfSteps(phrase, 0, words, at, at);
}

function endOfSteps(phrase: Phrase, stepAt: number, words: readonly Reading[], from: number, at: number): number {
  const step = phrase.steps[stepAt];
  if (step === undefined) return phrase.atEnd && at !== words.length ? -1 : at;
  if (step.kind === 'gap') {
    for (let skipped = 0; skipped <= step.most && at + skipped <= words.length; skipped++) {
      if (skipped > 0 && words[at + skipped - 1]?.word.opens) return -1;
      const end = endOfSteps(phrase, stepAt + 1, words, from, at + skipped);
      if (end >= 0) return end;
    }
    return -1;
  }
  for (const choice of step.choices) {
    if (!matchesChoice(choice, words, from, at)) continue;
    const end = endOfSteps(phrase, stepAt + 1, words, from, at + choice.length);
    if (end >= 0) return end;
  }
  return step.optional ? endOfSteps(phrase, stepAt + 1, words, from, at) : -1;
}

function matchesChoice(choice: readonly string[], words: readonly Reading[], from: number, at: number): boolean {
  for (let offset = 0; offset < choice.length; offset++) {
    const reading = words[at + offset];
    if (reading === undefined || !reading.ids.has(choice[offset] ?? '')) return false;
    if (reading.word.opens && at + offset > from) return false;
  }
  return true;
}
