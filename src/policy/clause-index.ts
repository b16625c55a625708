import { stem } from '../text/stem.ts';
import { words } from '../text/words.ts';
import type { Citation } from './answer.ts';
import { classify } from './classifier.ts';
import type { Clause, PolicyDocument } from './clause.ts';
import { plainCoverage, taughtCoverage } from './coverage.ts';
import { featureSpace, letterSignsOf, signsOf } from './features.ts';
import { learnQuestions } from './learn-questions.ts';
import type { Judge, LearnedQuestions } from './learned-questions.ts';
import { buildLexicon, countWords, type Lexicon, type Reading, type Synonyms } from './lexicon.ts';
import { isBareHeading, plainText } from './plain-text.ts';
import type { ExampleQuestions } from './questions.ts';
import { type Fields, type Found, rankWords } from './rank-words.ts';

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

const fieldWeights = { title: 2, text: 1, ideas: 0.5, path: 0.5 };
/** How much the words of the clauses themselves count beside what the examples teach. */
const wordShare = 0.2;

/** Builds the index of one document from its examples; may learn for some seconds. The same inputs give the same index. */
export function buildClauseIndex(
  document: PolicyDocument,
  questions: ExampleQuestions,
  synonyms: Synonyms,
): ClauseIndex {
  return clauseIndexOf(document, synonyms, learnQuestions(document.clauses, questions, synonyms));
}

/**
 * The index of one document with what its examples have taught. BM25F over the clauses' own words ranks them, and two
 * classifiers, one by words and ideas and one by letters. Where nothing was taught (null) the first stands alone.
 */
export function clauseIndexOf(
  document: PolicyDocument,
  synonyms: Synonyms,
  learned: LearnedQuestions | null,
): ClauseIndex {
  const { clauses } = document;
  const taught = learned !== null;
  const { labelCount, silent, foreign } = learned ?? { labelCount: 0, silent: 0, foreign: 0 };
  const published = clauses.map(({ title, text }) => `${title} ${plainText(text)}`);
  const lexicon = buildLexicon(synonyms, learned?.words ?? countWords(published));
  const own = published.map(lexicon.read);
  const judge = learned && judgeOf(learned);
  const fields = clauses.map((clause, at) => fieldsOf(clause, own[at]));
  const byWords = rankWords(fields, fieldWeights);
  const covered = learned ? taughtCoverage(stemsOf(learned)) : plainCoverage(own);
  const bare = new Set(clauses.flatMap((clause, at) => (isBareHeading(clause) ? [at] : [])));
  return {
    document,
    lexicon,
    taught,
    rank(question) {
      const reading = lexicon.read(question);
      const judged = judge?.(reading) ?? null;
      const scores = new Map<number, number>();
      for (let label = 0; judged && label < silent; label++) scores.set(label, judged.labels[label] ?? 0);
      const unanswerable = judged ? sum(judged.labels, silent, labelCount) : 0;
      addShare(byWords.score(termsOf(reading)), judged ? wordShare * (1 - unanswerable) : 1, scores);
      const ranked = bestOf(scores, (label) => !bare.has(label));
      const best = ranked[0];
      return {
        reading,
        candidates: ranked.flatMap(({ label, score }) => {
          const clause = clauses[label];
          return clause ? [{ clause, score }] : [];
        }),
        silent: judged ? sum(judged.labels, silent, foreign) : 0,
        outOfScope: judged ? sum(judged.labels, foreign, labelCount) : 0,
        unanswered: judged?.unanswered ?? 0,
        coverage: best ? covered(reading, best.label) : 0,
      };
    },
  };
}

/** No card and no decision looks further down than this. */
const kept = 12;

/** The best few, their scores as shares of all; one pass, since a common word may bring very many. */
function bestOf(
  scores: ReadonlyMap<number, number>,
  allowed: (label: number) => boolean,
): { label: number; score: number }[] {
  let total = 0;
  const best: { label: number; score: number }[] = [];
  for (const [label, score] of scores) {
    total += score;
    const last = best.length < kept ? 0 : (best[kept - 1]?.score ?? 0);
    if (score <= last || !allowed(label)) continue;
    const at = best.findIndex((other) => score > other.score);
    best.splice(at < 0 ? best.length : at, 0, { label, score });
    best.length = Math.min(best.length, kept);
  }
  return best.map(({ label, score }) => ({ label, score: score / (total || 1) })).filter(({ score }) => score > 0.001);
}

/** How much the judge by letters counts beside the one by words; found by cross-validation over the examples. */
const letterShare = 0.4;

interface Judged {
  readonly labels: Float64Array;
  readonly unanswered: number;
}

function judgeOf({ byWords, byLetters }: LearnedQuestions): (reading: Reading) => Judged {
  const words = judgeBy(byWords, signsOf);
  const letters = judgeBy(byLetters, letterSignsOf);
  const both = (one: number, other: number) => one * (1 - letterShare) + other * letterShare;
  return (reading) => {
    const [one, other] = [words(reading), letters(reading)];
    return {
      labels: one.labels.map((share, label) => both(share, other.labels[label] ?? 0)),
      unanswered: both(one.unanswered, other.unanswered),
    };
  };
}

function judgeBy(
  { signs, which, whether }: Judge,
  signsIn: (reading: Reading) => ReadonlyMap<string, number>,
): (reading: Reading) => Judged {
  const space = featureSpace(signs);
  return (reading) => {
    const vector = space.vector(signsIn(reading));
    return { labels: classify(which, vector), unanswered: classify(whether, vector)[1] ?? 0 };
  };
}

function stemsOf({ owned, byWords }: LearnedQuestions): string[][] {
  return owned.map((places) => places.map((place) => byWords.signs.names[place] ?? ''));
}

/** `own` reads the title and then the text. */
function fieldsOf({ title, path }: Clause, own: Reading | undefined): Fields {
  const stems = (part: string) => words(part).map(stem);
  const titled = stems(title);
  const ideas = own?.concepts.map((concept) => `#${concept}`) ?? [];
  return { title: titled, text: own?.stems.slice(titled.length) ?? [], path: stems(path.join(' ')), ideas };
}

function termsOf({ stems, concepts }: Reading): (readonly [string, number])[] {
  return [...stems.map((term) => [term, 1] as const), ...concepts.map((concept) => [`#${concept}`, 0.5] as const)];
}

/** Squared, so that the best few by words count and the long tail does not. */
function addShare({ best, squares }: Found, share: number, scores: Map<number, number>): void {
  for (const [label, score] of best)
    scores.set(label, (scores.get(label) ?? 0) + (share * score * score) / (squares || 1));
}

function sum(scores: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let at = from; at < to; at++) total += scores[at] ?? 0;
  return total;
}
