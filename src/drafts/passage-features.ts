import { FeatureSet } from '../text/feature-set.ts';
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
  /** What is its own; beside it stands what is the same for all passages of the draft. */
  readonly own: Int32Array;
}

export interface Passages {
  /** What the whole draft is about. */
  readonly context: Int32Array;
  readonly all: readonly Passage[];
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
const features = new FeatureSet();
const none: readonly number[] = [];

/** The draft cut in passages, each with all its features, as the models learn from them. */
export function readPassages(reading: Reading): readonly { from: number; to: number; features: Int32Array }[] {
  const { context, all } = passagesIn(reading);
  return all.map(({ from, to, own }) => {
    features.clear();
    features.addAll(context);
    features.addAll(own);
    return { from, to, features: features.toArray() };
  });
}

/** The draft cut in passages with their features; worked out once per draft. Linear. */
export function passagesIn(reading: Reading): Passages {
  return reading.once('passages', () => {
    const marks = marksBySentence(reading);
    const context = contextOf(reading, marks);
    const all: Passage[] = [];
    for (let index = 0; index < reading.sentences.length; index++) {
      const sentence = reading.sentences[index] as { from: number; to: number };
      for (let from = sentence.from; from < sentence.to; from += longest) {
        const to = Math.min(sentence.to, from + longest);
        features.clear();
        addAround(reading, index, marks);
        addFacts(reading, index);
        addWords(reading, from, to);
        all.push({ from, to, sentence: index, own: features.toArray() });
      }
    }
    return { context, all };
  });
}

/** The words themselves, and which classes stand beside each other. */
function addWords(reading: Reading, from: number, to: number): void {
  let before = none;
  let beforeThat = none;
  for (let at = from; at < to; at++) {
    features.add(mix(salt.word, (reading.tokens[at] as Token).word.hash));
    const classes = reading.classesAt(at);
    for (let each = 0; each < classes.length; each++) {
      const one = classes[each] as number;
      features.add(mix(salt.class, one));
      for (let near = 0; near < before.length; near++)
        features.add(mix(salt.classPair, mix(before[near] as number, one)));
      for (let near = 0; near < beforeThat.length; near++)
        features.add(mix(salt.classSkip, mix(beforeThat[near] as number, one)));
    }
    beforeThat = before;
    before = classes;
  }
}

type Marks = ReadonlyMap<number, readonly number[]>;

/** The marks of the sentence and its neighbours, and the neighbours' classes. */
function addAround(reading: Reading, index: number, marks: Marks): void {
  for (const mark of marks.get(index) ?? none) features.add(mix(salt.mark, mark));
  for (let near = index - 1; near <= index + 1; near += 2) {
    for (const mark of marks.get(near) ?? none) features.add(mix(salt.nearMark, mark));
    const beside = reading.sentences[near];
    if (beside !== undefined)
      addClasses(reading, beside.from, Math.min(beside.to, beside.from + longest), salt.nearClass);
  }
}

/** What the whole draft is about, the same for all its passages. */
function contextOf(reading: Reading, marks: Marks): Int32Array {
  features.clear();
  addClasses(reading, 0, Math.min(reading.tokens.length, mostContext), salt.draftClass);
  for (const own of marks.values()) for (const mark of own) features.add(mix(salt.draftMark, mark));
  return features.toArray();
}

function addClasses(reading: Reading, from: number, to: number, name: number): void {
  for (let at = from; at < to; at++) {
    const classes = reading.classesAt(at);
    for (let each = 0; each < classes.length; each++) features.add(mix(name, classes[each] as number));
  }
}

function marksBySentence(reading: Reading): Marks {
  const marks = new Map<number, number[]>();
  for (const rule of markRules)
    for (const hit of reading.hits(rule)) {
      const own = marks.get(hit.sentence);
      const mark = markHash(rule, hit.row.mark);
      if (own === undefined) marks.set(hit.sentence, [mark]);
      else if (!own.includes(mark)) own.push(mark);
    }
  return marks;
}

const markHashes = new Map<RuleId, Map<string, number>>();

/** The hash of a rule's mark, remembered: there are as many as the rules have. */
export function markHash(rule: RuleId, mark: string): number {
  const own = markHashes.get(rule) ?? new Map<string, number>();
  markHashes.set(rule, own);
  const known = own.get(mark) ?? hash(`${rule}/${mark}`);
  own.set(mark, known);
  return known;
}

const fact = (name: string): number => mix(salt.fact, hash(name));
const facts = {
  image: fact('media image'),
  video: fact('media video'),
  question: fact('question'),
  first: fact('first'),
  last: fact('last'),
  quoted: fact('quoted'),
  longQuote: fact('long quote'),
  pasted: fact('pasted'),
} as const;

function addFacts(reading: Reading, index: number): void {
  const sentence = reading.sentences[index];
  if (sentence === undefined) return;
  if (sentence.media !== null) features.add(facts[sentence.media]);
  if (sentence.question) features.add(facts.question);
  if (index === 0) features.add(facts.first);
  if (index === reading.sentences.length - 1) features.add(facts.last);
  if (reading.isQuoted(sentence.from)) features.add(facts.quoted);
  if (hasLongQuote(reading)) features.add(facts.longQuote);
  if (pastedText(reading).some((span) => span.start < sentence.end && span.end > sentence.start))
    features.add(facts.pasted);
}
