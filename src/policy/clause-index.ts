import { stem } from '../text/stem.ts';
import { words } from '../text/words.ts';
import type { Clause, PolicyDocument } from './clause.ts';
import { FeatureSpace, signsOf } from './features.ts';
import { buildLexicon, type Lexicon, type Reading, type Synonyms } from './lexicon.ts';
import { nearestExamples } from './nearest-examples.ts';
import { plainText } from './plain-text.ts';
import type { ExampleQuestions } from './questions.ts';
import { rankWords } from './rank-words.ts';
import { trainClassifier } from './train-classifier.ts';

export interface Candidate {
  readonly clause: Clause;
  /** 0 to 1; comparable within one ranking only. */
  readonly score: number;
}

export interface Ranking {
  readonly reading: Reading;
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** How likely the policy is silent, and how likely it is about something else altogether: 0 to 1. */
  readonly silent: number;
  readonly outOfScope: number;
  /** Likeness of the nearest example question of any kind, 0 to 1. */
  readonly likeness: number;
}

export interface ClauseIndex {
  readonly document: PolicyDocument;
  readonly lexicon: Lexicon;
  rank(question: string): Ranking;
}

export const tuning = {
  rounds: 8,
  rate: 0.5,
  decay: 0.002,
  least: 1,
  classifier: 1,
  neighbours: 0.8,
  words: 0.6,
  sharp: 2,
  textWeight: 0.4,
};

interface Taught {
  readonly text: string;
  readonly label: number;
  readonly weight: number;
}

/** Builds the index of one document: its words, and what the example questions teach about how people ask. */
export function buildClauseIndex(
  document: PolicyDocument,
  questions: ExampleQuestions,
  synonyms: Synonyms,
): ClauseIndex {
  const { clauses } = document;
  const number = new Map(clauses.map(({ id }, at) => [id, at]));
  const silentTopics = Object.entries(questions.silent);
  const foreignTopics = Object.entries(questions.outOfScope);
  const labelCount = clauses.length + silentTopics.length + foreignTopics.length;
  const taught: Taught[] = [
    ...Object.entries(questions.clauses).flatMap(([id, texts]) =>
      texts.map((text) => ({ text, label: number.get(id) ?? -1, weight: 1 })),
    ),
    ...[...silentTopics, ...foreignTopics].flatMap(([, texts], topic) =>
      texts.map((text) => ({ text, label: clauses.length + topic, weight: 1 })),
    ),
    ...clauses.flatMap((clause, label) =>
      sentences(clause).map((text) => ({ text, label, weight: tuning.textWeight })),
    ),
  ];
  const lexicon = buildLexicon(
    synonyms,
    taught.map(({ text }) => text),
  );
  const signs = taught.map(({ text }) => signsOf(lexicon.read(text)));
  const space = new FeatureSpace(signs, tuning.least);
  const examples = taught.map(({ label, weight }, at) => ({
    label,
    weight,
    vector: space.vector(signs[at] ?? new Map()),
  }));
  const classifier = trainClassifier(examples, space.size, labelCount, tuning);
  const neighbours = nearestExamples(examples);
  const byWords = rankWords(clauses.map(fieldsOf), { title: 2, text: 1, path: 0.5 });
  return {
    document,
    lexicon,
    rank(question) {
      const reading = lexicon.read(question);
      const vector = space.vector(signsOf(reading));
      const scores = new Float64Array(labelCount);
      classifier.classify(vector).forEach((probability, label) => {
        scores[label] = (scores[label] ?? 0) + tuning.classifier * probability;
      });
      const near = neighbours.find(vector);
      share(
        near.map(({ label, likeness }) => [label, likeness ** (2 * tuning.sharp)]),
        tuning.neighbours,
        scores,
      );
      const found = byWords.score(reading.stems.map((term) => [term, 1] as const));
      share(
        [...found].map(([label, score]) => [label, score ** tuning.sharp]),
        tuning.words,
        scores,
      );
      const total = scores.reduce((sum, score) => sum + score, 0) || 1;
      const candidates = clauses
        .map((clause, at) => ({ clause, score: (scores[at] ?? 0) / total }))
        .filter(({ score }) => score > 0.001)
        .sort((a, b) => b.score - a.score);
      const sum = (from: number, to: number) =>
        scores.subarray(from, to).reduce((all, score) => all + score, 0) / total;
      const border = clauses.length + silentTopics.length;
      return {
        reading,
        candidates,
        silent: sum(clauses.length, border),
        outOfScope: sum(border, labelCount),
        likeness: near[0]?.likeness ?? 0,
      };
    },
  };
}

function share(found: readonly (readonly [number, number])[], weight: number, scores: Float64Array): void {
  const total = found.reduce((sum, [, score]) => sum + score, 0) || 1;
  for (const [label, score] of found) scores[label] = (scores[label] ?? 0) + (weight * score) / total;
}

function sentences(clause: Clause): string[] {
  const text = plainText(clause.text);
  return [clause.title, ...text.split(/(?<=[.?!;:])\s+/).filter((sentence) => words(sentence).length > 2)];
}

function fieldsOf(clause: Clause): Record<string, string[]> {
  const stems = (text: string) => words(text).map(stem);
  return { title: stems(clause.title), text: stems(plainText(clause.text)), path: stems(clause.path.join(' ')) };
}
