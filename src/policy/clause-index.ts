import { functionWords } from '../text/english.ts';
import { stem } from '../text/stem.ts';
import { words } from '../text/words.ts';
import type { Citation } from './answer.ts';
import type { Clause, PolicyDocument } from './clause.ts';
import { featureSpace, signsOf } from './features.ts';
import { buildLexicon, type Lexicon, type Reading, type Synonyms } from './lexicon.ts';
import { isBareHeading, plainText } from './plain-text.ts';
import type { ExampleQuestions } from './questions.ts';
import { type Fields, rankWords } from './rank-words.ts';
import { type Lesson, lessonsOf } from './teach.ts';
import { type Classifier, trainClassifier } from './train-classifier.ts';

/** What the index makes of one question. */
export interface Ranking {
  readonly reading: Reading;
  /** Best first; scores sum to 1 over all clauses. */
  readonly candidates: readonly Citation[];
  /** How likely the policy is silent on it, and how likely it is about something else altogether: 0 to 1. */
  readonly silent: number;
  readonly outOfScope: number;
  /** The same doubt asked once more as a plain yes or no: how likely no clause answers, 0 to 1. */
  readonly unanswered: number;
  /** The share of the question's meaning that the best clause, with its examples, has words for: 0 to 1. */
  readonly coverage: number;
}

export interface ClauseIndex {
  readonly document: PolicyDocument;
  readonly lexicon: Lexicon;
  /** False where no example questions teach the index: it then goes by words alone. */
  readonly taught: boolean;
  rank(question: string): Ranking;
}

/** Rounds and rate were found by cross-validation over the examples; see `npm run eval`. */
const training = { rounds: 3, rate: 3, decay: 0.002 };
const fieldWeights = { title: 2, text: 1, ideas: 0.5, path: 0.5 };
/** How much the words of the clauses themselves count beside what the examples teach. */
const wordShare = 0.2;

/**
 * Builds the index of one document. Two judges rank the clauses: BM25F over their own words, and a classifier that the
 * example questions teach. Without examples the first stands alone. The same inputs give the same index.
 */
export function buildClauseIndex(
  document: PolicyDocument,
  questions: ExampleQuestions,
  synonyms: Synonyms,
): ClauseIndex {
  const { clauses } = document;
  const { lessons, labelCount, silent, foreign } = lessonsOf(clauses, questions);
  const lexicon = buildLexicon(
    synonyms,
    lessons.map(({ text }) => text),
  );
  const readings = lessons.map(({ text }) => lexicon.read(text));
  const taught = lessons.some(({ label, weight }) => weight === 1 && label < silent);
  const judge = taught ? teach(lessons, readings, labelCount, silent) : null;
  const byWords = rankWords(
    clauses.map((clause) => fieldsOf(clause, lexicon)),
    fieldWeights,
  );
  const covered = coverageOf(clauses.length, lessons, readings, taught);
  return {
    document,
    lexicon,
    taught,
    rank(question) {
      const reading = lexicon.read(question);
      const scores = new Float64Array(labelCount);
      const judged = judge?.(reading);
      judged?.labels.forEach((probability, label) => {
        scores[label] = probability;
      });
      const unanswerable = sum(scores, silent, labelCount);
      addShare(byWords.score(termsOf(reading)), taught ? wordShare * (1 - unanswerable) : 1, scores);
      const total = sum(scores, 0, silent) || 1;
      const candidates = clauses
        .map((clause, at) => ({ clause, score: (scores[at] ?? 0) / total }))
        .filter(({ clause, score }) => score > 0.001 && !isBareHeading(clause))
        .sort((a, b) => b.score - a.score);
      const best = candidates[0];
      return {
        reading,
        candidates,
        silent: sum(scores, silent, foreign),
        outOfScope: sum(scores, foreign, labelCount),
        unanswered: judged?.unanswered ?? 0,
        coverage: best ? covered(reading, clauses.indexOf(best.clause)) : 0,
      };
    },
  };
}

function teach(
  lessons: readonly Lesson[],
  readings: readonly Reading[],
  labelCount: number,
  silent: number,
): (reading: Reading) => { labels: Float64Array; unanswered: number } {
  const signs = readings.map(signsOf);
  const space = featureSpace(signs);
  const vectors = signs.map(space.vector);
  const train = (labelOf: (label: number) => number, count: number): Classifier => {
    const examples = lessons.map(({ label, weight }, at) => ({
      label: labelOf(label),
      weight,
      vector: vectors[at] ?? { features: [], values: [] },
    }));
    return trainClassifier(examples, space.size, count, training);
  };
  const which = train((label) => label, labelCount);
  const whether = train((label) => (label < silent ? 0 : 1), 2);
  return (reading) => {
    const vector = space.vector(signsOf(reading));
    return { labels: which.classify(vector), unanswered: whether.classify(vector)[1] ?? 0 };
  };
}

function fieldsOf(clause: Clause, lexicon: Lexicon): Fields {
  const text = plainText(clause.text);
  const stems = (part: string) => words(part).map(stem);
  const ideas = lexicon.read(`${clause.title} ${text}`).concepts.map((concept) => `#${concept}`);
  return { title: stems(clause.title), text: stems(text), path: stems(clause.path.join(' ')), ideas };
}

function termsOf({ stems, concepts }: Reading): (readonly [string, number])[] {
  return [...stems.map((term) => [term, 1] as const), ...concepts.map((concept) => [`#${concept}`, 0.5] as const)];
}

/** Squared, so that the best few by words count and the long tail does not. */
function addShare(found: ReadonlyMap<number, number>, share: number, scores: Float64Array): void {
  let total = 0;
  for (const score of found.values()) total += score * score;
  for (const [label, score] of found) scores[label] = (scores[label] ?? 0) + (share * score * score) / (total || 1);
}

/**
 * How much of a question's meaning one clause has words for, each word weighed by how few clauses have it. Where no
 * example teaches the index, an idea shared counts as well as a word, and words that only ask do not count.
 */
function coverageOf(
  clauseCount: number,
  lessons: readonly Lesson[],
  readings: readonly Reading[],
  taught: boolean,
): (reading: Reading, clause: number) => number {
  const byStem = shareOwned(clauseCount, lessons, readings, ({ stems }) => stems);
  if (taught) return byStem;
  const contentOf = ({ stems }: Reading) => stems.filter((stem) => !functionWords.has(stem));
  const byContent = shareOwned(clauseCount, lessons, readings, contentOf);
  const byIdea = shareOwned(clauseCount, lessons, readings, ({ concepts }) => concepts);
  return (reading, clause) => {
    const content = byContent(reading, clause);
    const known = reading.unknown.length === 0 && content > 0;
    return known ? Math.max(content, byIdea(reading, clause)) : content;
  };
}

function shareOwned(
  clauseCount: number,
  lessons: readonly Lesson[],
  readings: readonly Reading[],
  termsOfReading: (reading: Reading) => readonly string[],
): (reading: Reading, clause: number) => number {
  const owned = Array.from({ length: clauseCount }, () => new Set<string>());
  lessons.forEach(({ label }, at) => {
    const reading = readings[at];
    if (reading) for (const term of termsOfReading(reading)) owned[label]?.add(term);
  });
  const homes = new Map<string, number>();
  for (const terms of owned) for (const term of terms) homes.set(term, (homes.get(term) ?? 0) + 1);
  return (reading, clause) => {
    let all = 0;
    let has = 0;
    for (const term of new Set(termsOfReading(reading))) {
      const weight = Math.log(1 + clauseCount / ((homes.get(term) ?? 0) + 0.5));
      all += weight;
      if (owned[clause]?.has(term)) has += weight;
    }
    return all === 0 ? 0 : has / all;
  };
}

function sum(scores: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let at = from; at < to; at++) total += scores[at] ?? 0;
  return total;
}
