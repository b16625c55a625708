import { hash, mix } from '../text/linear-model.ts';
import type { Token } from '../text/tokens.ts';
import type { RuleId } from './finding.ts';
import { hasLongQuote, pastedText } from './pasted-text.ts';
import type { Reading } from './reading.ts';

/** A sentence, or up to 40 tokens of a very long one: what a trained model gives a score to. */
export interface Passage {
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  readonly features: Int32Array;
}

const longest = 40;
const salt = {
  word: 1,
  pair: 2,
  skip: 3,
  class: 4,
  classPair: 5,
  classSkip: 6,
  stem: 7,
  mark: 8,
  nearMark: 9,
  draftClass: 10,
  fact: 11,
  wordClass: 12,
} as const;

/** The draft cut in passages with their features; worked out once per draft. Linear. */
export function readPassages(reading: Reading): readonly Passage[] {
  return reading.once('passages', () => {
    const context = draftContext(reading);
    const marks = marksBySentence(reading);
    const passages: Passage[] = [];
    reading.sentences.forEach((sentence, index) => {
      for (let from = sentence.from; from < sentence.to; from += longest) {
        const to = Math.min(sentence.to, from + longest);
        const features = new Set(context);
        addWords(reading, from, to, features);
        for (const mark of marks.get(index) ?? []) features.add(mix(salt.mark, mark));
        for (const mark of [...(marks.get(index - 1) ?? []), ...(marks.get(index + 1) ?? [])])
          features.add(mix(salt.nearMark, mark));
        addFacts(reading, index, features);
        passages.push({ from, to, sentence: index, features: Int32Array.from(features) });
      }
    });
    return passages;
  });
}

function addWords(reading: Reading, from: number, to: number, features: Set<number>): void {
  let before = 0;
  let beforeThat = 0;
  let classesBefore: readonly number[] = [];
  let classesBeforeThat: readonly number[] = [];
  for (let at = from; at < to; at++) {
    const token = reading.tokens[at] as Token;
    const word = token.kind === 'word' || token.kind === 'emoji' ? hash(token.key) : hash(token.kind);
    const classes = reading.classesAt(at);
    features.add(mix(salt.word, word));
    features.add(mix(salt.pair, mix(before, word)));
    if (at - from > 1) features.add(mix(salt.skip, mix(beforeThat, word)));
    if (token.kind === 'word' && token.key.length > 5) features.add(mix(salt.stem, hash(token.key.slice(0, 5))));
    for (const one of classes) {
      features.add(mix(salt.class, one));
      features.add(mix(salt.wordClass, mix(before, one)));
      for (const previous of classesBefore) features.add(mix(salt.classPair, mix(previous, one)));
      for (const previous of classesBeforeThat) features.add(mix(salt.classSkip, mix(previous, one)));
    }
    beforeThat = before;
    before = word;
    classesBeforeThat = classesBefore;
    classesBefore = classes;
  }
}

/** What the whole draft is about, the same for all its passages. */
function draftContext(reading: Reading): Set<number> {
  const context = new Set<number>();
  const read = Math.min(reading.tokens.length, 2000);
  for (let at = 0; at < read; at++) for (const one of reading.classesAt(at)) context.add(mix(salt.draftClass, one));
  return context;
}

const markRules: readonly RuleId[] = ['copyright', 'flippant-or-inaccurate', 'impartiality', 'disclaimer'];

function marksBySentence(reading: Reading): Map<number, Set<number>> {
  const marks = new Map<number, Set<number>>();
  for (const rule of markRules)
    for (const hit of reading.hits(rule)) {
      const own = marks.get(hit.sentence) ?? new Set<number>();
      own.add(hash(`${rule}/${hit.row.mark}`));
      marks.set(hit.sentence, own);
    }
  return marks;
}

function addFacts(reading: Reading, index: number, features: Set<number>): void {
  const sentence = reading.sentences[index];
  if (sentence === undefined) return;
  const fact = (name: string) => features.add(mix(salt.fact, hash(name)));
  if (sentence.media !== null) fact(`media ${sentence.media}`);
  if (sentence.question) fact('question');
  if (index === 0) fact('first');
  if (index === reading.sentences.length - 1) fact('last');
  if (reading.isQuoted(sentence.from)) fact('quoted');
  if (hasLongQuote(reading)) fact('long quote');
  if (pastedText(reading).some((span) => span.start < sentence.end && span.end > sentence.start)) fact('pasted');
}
