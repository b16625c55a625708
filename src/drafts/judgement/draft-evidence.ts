import { FeatureRuns } from '../../text/feature-runs.ts';
import { hashOf } from '../../text/feature-set.ts';
import { IntStack } from '../../text/int-stack.ts';
import { hash, mix } from '../../text/linear-model.ts';
import type { Token } from '../../text/tokens.ts';
import { type RuleId, ruleIds } from '../finding.ts';
import { talksOf } from '../group-talk/talks-of.ts';
import { protectionOf } from '../protection.ts';
import type { Reading } from '../reading.ts';
import { masksOf } from './signs.ts';
import { type Sign, signReader, WordFeatures } from './word-features.ts';

/** What the trained judge reads: each feature once, of each sentence and of the draft. */
export interface DraftEvidence {
  readonly sentences: readonly SentenceEvidence[];
  /** What is met anywhere, with what is met together. */
  readonly draft: Int32Array;
}

export interface SentenceEvidence {
  readonly own: Int32Array;
  /** What stands beside it, and what the draft is about. */
  readonly around: Int32Array;
}

/** Is given a sentence's own features and those around it; both are used for the next sentence when it returns. */
export type ReadSentence = (own: IntStack, around: IntStack) => void;

const salt = { mark: 81, markPair: 82, shape: 83, before: 84, after: 85, about: 86 } as const;
/** Sentences and tokens of a draft that are weighed; beyond them phrases still count. */
export const mostSentences = 4_000;
const mostTokens = 2_000;
const mostMarks = 40;

const features = new FeatureRuns();
const words = new WordFeatures(features);
const beside = new IntStack();

/** The whole evidence of a draft, to be kept. */
export function evidenceOf(reading: Reading): DraftEvidence {
  const sentences: SentenceEvidence[] = [];
  const draft = readEvidence(reading, (own, around) =>
    sentences.push({ own: own.toArray(), around: around.toArray() }),
  ).toArray();
  return { draft, sentences };
}

/** Reads the evidence sentence by sentence and answers with that of the draft, good until the next draft is read. Linear. */
export function readEvidence(reading: Reading, readSentence: ReadSentence): IntStack {
  const marks = marksOf(reading);
  const about = [...new Set(marks.flat())].sort((a, b) => a - b).slice(0, mostMarks);
  const masks = masksOf(reading);
  features.clear();
  addPairs(about);
  features.add(shape(sizes[Math.floor(Math.log2(1 + reading.tokens.length / 8))] as string));
  features.add(shape(protections[protectionOf(reading) ?? 'none']));
  features.endPart(true);
  for (let index = 0; index < Math.min(mostSentences, reading.sentences.length); index++) {
    addSentence(reading, index, masks);
    addPairs(marks[index] ?? none);
    features.endPart((reading.sentences[index]?.from ?? 0) < mostTokens);
    readAround(marks, index, about);
    readSentence(features.part, beside);
  }
  return features.whole;
}

const protections = {
  none: 'protection null',
  'protected-disclosure': 'protection protected-disclosure',
  'trade-union': 'protection trade-union',
} as const;
const sizes = Array.from({ length: 32 }, (_, size) => `size ${size}`);
const counts = Array.from({ length: 5 }, (_, count) => `sentences ${count}`);

function addSentence(reading: Reading, index: number, masks: ReadonlyMap<number, Sign>): void {
  const sentence = reading.sentences[index];
  if (sentence === undefined) return;
  const { from, to, media, question } = sentence;
  const signs = signReader(reading.book.meanings);
  words.begin();
  for (let at = from; at < Math.min(to, from + mostTokens); at++) {
    const sign = (masks.size > 0 ? masks.get(at) : undefined) ?? signs.of((reading.tokens[at] as Token).word);
    words.add(sign, sign.classed ? reading.classesAt(at) : none);
  }
  if (media !== null) features.add(shape(media));
  if (question) features.add(shape('question'));
  if (reading.isQuoted(from)) features.add(shape('quoted'));
}

const shape = (name: string): number => mix(salt.shape, hashOf(name));

/** The first marks, and each two of them. */
function addPairs(marks: readonly number[]): void {
  const length = Math.min(mostMarks, marks.length);
  for (let place = 0; place < length; place++) {
    const mark = marks[place] as number;
    features.add(mix(salt.mark, mark));
    for (let other = place + 1; other < length; other++)
      features.add(mix(salt.markPair, mix(mark, marks[other] as number)));
  }
}

function readAround(marks: Marks, index: number, about: readonly number[]): void {
  beside.size = 0;
  for (const mark of marks[index - 1] ?? none) beside.push(mix(salt.before, mark));
  for (const mark of marks[index + 1] ?? none) beside.push(mix(salt.after, mark));
  for (const mark of about) beside.push(mix(salt.about, mark));
  beside.push(shape(counts[Math.min(4, marks.length)] as string));
}

type Marks = readonly (readonly number[])[];
const none: readonly number[] = [];

/** By sentence: the phrase rows met, the kinds of things said of people, and how people are named; each once, in order. */
function marksOf(reading: Reading): Marks {
  const met: (number[] | undefined)[] = [];
  const meet = (index: number, mark: number) => {
    const own = met[index];
    if (own === undefined) met[index] = [mark];
    else if (!own.includes(mark)) own.push(mark);
  };
  for (const rule of ruleIds)
    for (const hit of reading.hits(rule)) meet(hit.sentence, rowHash(rule, hit.row.mark, hit.quoted));
  for (const [index, talk] of talksOf(reading).entries()) {
    for (const hit of talk.hits) meet(index, nameHash('said', hit.kind));
    for (const mention of talk.mentions) meet(index, nameHash('named', mention.kind));
  }
  return reading.sentences.map((_, index) => met[index]?.sort((a, b) => a - b) ?? none);
}

const rowHash = (rule: RuleId, mark: string, quoted: boolean): number =>
  quoted ? nameHash(rule, `${mark} quoted`) : nameHash(rule, mark);

/** Hashes of two words each, put together once: there are as many as the rules have. */
const nameHashes = new Map<string, Map<string, number>>();

function nameHash(first: string, second: string): number {
  const own = nameHashes.get(first) ?? new Map<string, number>();
  nameHashes.set(first, own);
  const known = own.get(second) ?? hash(`${first} ${second}`);
  own.set(second, known);
  return known;
}
