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
  class: 2,
  classPair: 3,
  classSkip: 4,
  mark: 5,
  nearMark: 6,
  draftMark: 7,
  draftClass: 8,
  nearClass: 9,
  fact: 10,
} as const;

/** The rules whose phrase marks the models read. */
export const markRules: readonly RuleId[] = ['copyright', 'flippant-or-inaccurate', 'impartiality', 'disclaimer'];
/** Tokens of a draft that count for what the whole of it is about. */
const mostContext = 2000;

/** The draft cut in passages with their features; worked out once per draft. Linear. */
export function readPassages(reading: Reading): readonly Passage[] {
  return reading.once('passages', () => {
    const marks = marksBySentence(reading);
    const classes = reading.sentences.map(({ from, to }) =>
      classesBetween(reading, from, Math.min(to, from + longest)),
    );
    const context = draftContext(reading, marks);
    const passages: Passage[] = [];
    for (const [index, sentence] of reading.sentences.entries()) {
      const around = new Set(context);
      addAround(index, marks, classes, around);
      addFacts(reading, index, around);
      for (let from = sentence.from; from < sentence.to; from += longest) {
        const to = Math.min(sentence.to, from + longest);
        const features = new Set(around);
        addWords(reading, from, to, features);
        passages.push({ from, to, sentence: index, features: Int32Array.from(features) });
      }
    }
    return passages;
  });
}

/** The words themselves, and which classes stand beside each other. */
function addWords(reading: Reading, from: number, to: number, features: Set<number>): void {
  let before: readonly number[] = [];
  let beforeThat: readonly number[] = [];
  for (let at = from; at < to; at++) {
    const token = reading.tokens[at] as Token;
    features.add(mix(salt.word, hash(token.kind === 'word' || token.kind === 'emoji' ? token.key : token.kind)));
    const classes = reading.classesAt(at);
    for (const one of classes) {
      features.add(mix(salt.class, one));
      for (const previous of before) features.add(mix(salt.classPair, mix(previous, one)));
      for (const previous of beforeThat) features.add(mix(salt.classSkip, mix(previous, one)));
    }
    beforeThat = before;
    before = classes;
  }
}

/** The marks of the sentence and its neighbours, and the neighbours' classes. */
function addAround(
  index: number,
  marks: ReadonlyMap<number, ReadonlySet<number>>,
  classes: readonly ReadonlySet<number>[],
  features: Set<number>,
): void {
  for (const mark of marks.get(index) ?? []) features.add(mix(salt.mark, mark));
  for (const near of [index - 1, index + 1]) {
    for (const mark of marks.get(near) ?? []) features.add(mix(salt.nearMark, mark));
    for (const one of classes[near] ?? []) features.add(mix(salt.nearClass, one));
  }
}

/** What the whole draft is about, the same for all its passages. */
function draftContext(reading: Reading, marks: ReadonlyMap<number, ReadonlySet<number>>): Set<number> {
  const context = new Set<number>();
  for (const one of classesBetween(reading, 0, Math.min(reading.tokens.length, mostContext)))
    context.add(mix(salt.draftClass, one));
  for (const own of marks.values()) for (const mark of own) context.add(mix(salt.draftMark, mark));
  return context;
}

function classesBetween(reading: Reading, from: number, to: number): Set<number> {
  const classes = new Set<number>();
  for (let at = from; at < to; at++) for (const one of reading.classesAt(at)) classes.add(one);
  return classes;
}

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
