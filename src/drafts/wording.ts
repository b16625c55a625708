import { FeatureSet } from '../text/feature-set.ts';
import { hash, mix, scoreFeatures } from '../text/linear-model.ts';
import type { Token } from '../text/tokens.ts';
import { PerWord } from '../text/word.ts';
import { draftFeatures } from './draft-features.ts';
import type { RuleId, Span } from './finding.ts';
import type { Reading } from './reading.ts';

const salt = { word: 41, pair: 42, triple: 43, skip: 44, letters: 45 } as const;
/** Tokens of a draft that are looked at. */
const most = 2_000;

/**
 * The rules that have a model of the draft's wording as a whole. Discrimination is not one of them: there the words for a
 * group must not weigh, and these models see every word.
 */
export const wordedRules = [
  'disrepute',
  'confidentiality',
  'copyright',
  'bullying',
  'disclaimer',
  'flippant-or-inaccurate',
  'impartiality',
] as const satisfies readonly RuleId[];
export type WordedRule = (typeof wordedRules)[number];

/** Where the letters inside words helped out of fold; elsewhere they drown what the words say. */
const byLetters: readonly WordedRule[] = ['disrepute', 'confidentiality'];

const features = new FeatureSet();

/** Words, and their neighbours two and three together, beside the marks and classes of the draft; for some rules letters. */
export function wordingFeatures(reading: Reading, rule: WordedRule): Int32Array {
  return byLetters.includes(rule) ? withLetters(reading) : withoutLetters(reading);
}

const withoutLetters = (reading: Reading): Int32Array =>
  reading.once('wording', () => {
    const own = draftFeatures(reading);
    features.clear();
    features.addAll(own);
    addWords(reading, 0, Math.min(most, reading.tokens.length));
    return features.toArray();
  });

const withLetters = (reading: Reading): Int32Array =>
  reading.once('wording with letters', () => {
    const words = withoutLetters(reading);
    features.clear();
    features.addAll(words);
    addLetters(reading, 0, Math.min(most, reading.tokens.length));
    return features.toArray();
  });

function addWords(reading: Reading, from: number, to: number): void {
  let before = 0;
  let first = 0;
  for (let at = from; at < to; at++) {
    const own = (reading.tokens[at] as Token).word.hash;
    features.add(mix(salt.word, own));
    if (at > from) features.add(mix(salt.pair, mix(before, own)));
    if (at > from + 1) {
      features.add(mix(salt.triple, mix(first, mix(before, own))));
      features.add(mix(salt.skip, mix(first, own)));
    }
    first = before;
    before = own;
  }
}

function addLetters(reading: Reading, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const { kind, word } = reading.tokens[at] as Token;
    if (kind === 'word') features.addAll(letters.of(word));
  }
}

/** Runs of three to five letters, with the word's ends marked: endings and roots of words never seen whole. */
const letters = new PerWord(({ key }) => {
  const edged = `<${key.slice(0, 40)}>`;
  const runs: number[] = [];
  for (let length = 3; length <= 5; length++)
    for (let at = 0; at + length <= edged.length; at++)
      runs.push(mix(salt.letters, hash(edged.slice(at, at + length))));
  return Int32Array.from(runs);
});

/** How far the wording stands above the line of a rule; null where no model is shipped. */
export function wordingAbove(reading: Reading, rule: WordedRule): number | null {
  const model = reading.book.model(`${rule}-wording`);
  return model === null ? null : scoreFeatures(model, wordingFeatures(reading, rule)) - model.threshold;
}

/** The sentence whose words speak most for a breach of that rule. */
export function strongestSentence(reading: Reading, rule: WordedRule): Span {
  const model = reading.book.model(`${rule}-wording`);
  let best = { score: Number.NEGATIVE_INFINITY, index: 0 };
  for (const [index, { from, to }] of reading.sentences.entries()) {
    if (model === null || from >= most) break;
    features.clear();
    addWords(reading, from, Math.min(to, most));
    if (byLetters.includes(rule)) addLetters(reading, from, Math.min(to, most));
    const score = scoreFeatures(model, features.toArray());
    if (score > best.score) best = { score, index };
  }
  return reading.sentenceSpan(best.index);
}
