import { hashOf } from '../../text/feature-set.ts';
import { mix } from '../../text/linear-model.ts';
import { ruleIds } from '../finding.ts';
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

/** Worked out once per draft; linear. */
export function evidenceOf(reading: Reading): DraftEvidence {
  return reading.once('judged evidence', () => {
    const marks = marksOf(reading);
    const own = reading.sentences.slice(0, mostSentences).map((_, index) => sentenceFeatures(reading, index, marks));
    const all = new Set<number>();
    for (const [index, features] of own.entries())
      if ((reading.sentences[index]?.from ?? 0) < mostTokens) for (const one of features) all.add(one);
    const about = [...new Set(marks.flat())].sort((a, b) => a - b).slice(0, mostMarks);
    addPairs(about, all);
    all.add(mix(salt.shape, hashOf(`size ${Math.floor(Math.log2(1 + reading.tokens.length / 8))}`)));
    all.add(mix(salt.shape, hashOf(`protection ${protectionOf(reading)}`)));
    return {
      draft: Int32Array.from(all),
      sentences: own.map((features, index) => ({ own: features, around: around(marks, index, about) })),
    };
  });
}

function sentenceFeatures(reading: Reading, index: number, marks: readonly (readonly number[])[]): Int32Array {
  const sentence = reading.sentences[index];
  const features = new Set<number>();
  if (sentence === undefined) return new Int32Array();
  addWords(
    signsOf(reading),
    sentence.from,
    Math.min(sentence.to, sentence.from + mostTokens),
    reading.book.meanings,
    features,
  );
  addPairs((marks[index] ?? []).slice(0, mostMarks), features);
  const shape = (name: string) => features.add(mix(salt.shape, hashOf(name)));
  if (sentence.media !== null) shape(sentence.media);
  if (sentence.question) shape('question');
  if (reading.isQuoted(sentence.from)) shape('quoted');
  return Int32Array.from(features);
}

function addPairs(marks: readonly number[], features: Set<number>): void {
  for (const [place, mark] of marks.entries()) {
    features.add(mix(salt.mark, mark));
    for (const other of marks.slice(place + 1)) features.add(mix(salt.markPair, mix(mark, other)));
  }
}

function around(marks: readonly (readonly number[])[], index: number, about: readonly number[]): Int32Array {
  return Int32Array.from([
    ...(marks[index - 1] ?? []).map((mark) => mix(salt.before, mark)),
    ...(marks[index + 1] ?? []).map((mark) => mix(salt.after, mark)),
    ...about.map((mark) => mix(salt.about, mark)),
    mix(salt.shape, hashOf(`sentences ${Math.min(4, marks.length)}`)),
  ]);
}

/** By sentence: the phrase rows met, the kinds of things said of people, and how people are named; each once, in order. */
function marksOf(reading: Reading): number[][] {
  const met = reading.sentences.map(() => new Set<number>());
  for (const rule of ruleIds)
    for (const hit of reading.hits(rule))
      met[hit.sentence]?.add(hashOf(`${rule} ${hit.row.mark}${hit.quoted ? ' quoted' : ''}`));
  for (const [index, talk] of talksOf(reading).entries()) {
    for (const hit of talk.hits) met[index]?.add(hashOf(`said ${hit.kind}`));
    for (const mention of talk.mentions) met[index]?.add(hashOf(`named ${mention.kind}`));
  }
  return met.map((marks) => [...marks].sort((a, b) => a - b));
}
