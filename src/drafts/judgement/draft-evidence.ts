import { FeatureSet, hashOf } from '../../text/feature-set.ts';
import { hash, mix } from '../../text/linear-model.ts';
import { type RuleId, ruleIds } from '../finding.ts';
import { talksOf } from '../group-talk/talks-of.ts';
import { protectionOf } from '../protection.ts';
import type { Reading } from '../reading.ts';
import { signsOf } from './signs.ts';
import { addWords } from './word-features.ts';

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

const salt = { mark: 81, markPair: 82, shape: 83, before: 84, after: 85, about: 86 } as const;
/** Sentences and tokens of a draft that are weighed; beyond them phrases still count. */
export const mostSentences = 4_000;
const mostTokens = 2_000;
const mostMarks = 40;

const inSentence = new FeatureSet();
const inDraft = new FeatureSet();

/** Worked out once per draft; linear. */
export function evidenceOf(reading: Reading): DraftEvidence {
  return reading.once('judged evidence', () => {
    const marks = marksOf(reading);
    const about = [...new Set(marks.flat())].sort((a, b) => a - b).slice(0, mostMarks);
    const sentences: SentenceEvidence[] = [];
    inDraft.clear();
    for (let index = 0; index < Math.min(mostSentences, reading.sentences.length); index++) {
      const own = sentenceFeatures(reading, index, marks);
      if ((reading.sentences[index]?.from ?? 0) < mostTokens) inDraft.addAll(own);
      sentences.push({ own, around: around(marks, index, about) });
    }
    addPairs(about, inDraft);
    inDraft.add(shape(`size ${Math.floor(Math.log2(1 + reading.tokens.length / 8))}`));
    inDraft.add(shape(`protection ${protectionOf(reading)}`));
    return { draft: inDraft.toArray(), sentences };
  });
}

function sentenceFeatures(reading: Reading, index: number, marks: Marks): Int32Array {
  const sentence = reading.sentences[index];
  inSentence.clear();
  if (sentence === undefined) return inSentence.toArray();
  const { from, to, media, question } = sentence;
  addWords(signsOf(reading), from, Math.min(to, from + mostTokens), reading.book.meanings, inSentence);
  addPairs((marks[index] ?? none).slice(0, mostMarks), inSentence);
  if (media !== null) inSentence.add(shape(media));
  if (question) inSentence.add(shape('question'));
  if (reading.isQuoted(from)) inSentence.add(shape('quoted'));
  return inSentence.toArray();
}

const shape = (name: string): number => mix(salt.shape, hashOf(name));

function addPairs(marks: readonly number[], features: FeatureSet): void {
  for (let place = 0; place < marks.length; place++) {
    const mark = marks[place] as number;
    features.add(mix(salt.mark, mark));
    for (let other = place + 1; other < marks.length; other++)
      features.add(mix(salt.markPair, mix(mark, marks[other] as number)));
  }
}

function around(marks: Marks, index: number, about: readonly number[]): Int32Array {
  const [before, after] = [marks[index - 1] ?? none, marks[index + 1] ?? none];
  const features = new Int32Array(before.length + after.length + about.length + 1);
  let at = 0;
  for (const mark of before) features[at++] = mix(salt.before, mark);
  for (const mark of after) features[at++] = mix(salt.after, mark);
  for (const mark of about) features[at++] = mix(salt.about, mark);
  features[at] = shape(`sentences ${Math.min(4, marks.length)}`);
  return features;
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
