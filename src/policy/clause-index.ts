import { stem } from '../text/stem.ts';
import { words } from '../text/words.ts';
import type { Citation } from './answer.ts';
import type { Clause, PolicyDocument } from './clause.ts';
import { plainCoverage, taughtCoverage } from './coverage.ts';
import { buildIdeas } from './ideas.ts';
import { judgeQuestion } from './judge-question.ts';
import { learnQuestions } from './learn-questions.ts';
import type { LearnedQuestions } from './learned-questions.ts';
import { buildLexicon, type Lexicon, type Reading } from './lexicon.ts';
import { type OwnWords, readOwnWords } from './own-words.ts';
import { isBareHeading, plainText } from './plain-text.ts';
import type { ExampleQuestions } from './questions.ts';
import { type Fields, type Found, rankWords } from './rank-words.ts';
import type { Synonyms } from './synonyms.ts';

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
  /** How many postings were read: what ranking by words cost. */
  readonly postings: number;
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
  const ideas = buildIdeas(synonyms);
  const own = readOwnWords(synonyms, ideas);
  const byWords = rankWords(fieldsOf(clauses, own), fieldWeights);
  const lexicon = buildLexicon(synonyms, learned?.words ?? own.counts(), ideas);
  const judge = learned && judgeQuestion(learned);
  const covered = learned
    ? taughtCoverage(stemsOf(learned))
    : plainCoverage({
        count: clauses.length,
        read: (at) => own.read(wordingOf(clauses[at])),
        clausesWith: byWords.documentsWith,
      });
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
      const found = byWords.score(termsOf(reading));
      addShare(found, judged ? wordShare * (1 - unanswerable) : 1, scores);
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
        postings: found.postings,
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

function stemsOf({ owned, byWords }: LearnedQuestions): string[][] {
  return owned.map((places) => places.map((place) => byWords.signs.names[place] ?? ''));
}

const wordingOf = (clause: Clause | undefined): string => (clause ? `${clause.title} ${plainText(clause.text)}` : '');

/** One clause after the other, so that no more than the postings is kept of them. */
function* fieldsOf(clauses: readonly Clause[], own: OwnWords): Iterable<Fields> {
  const paths = new Map<string, readonly string[]>();
  for (const clause of clauses) {
    const title = own.read(clause.title);
    const text = own.read(plainText(clause.text));
    const ideas = [...new Set([...title.concepts, ...text.concepts])].map((concept) => `#${concept}`);
    const joined = clause.path.join(' ');
    const path = paths.get(joined) ?? words(joined).map(stem);
    paths.set(joined, path);
    yield { title: title.stems, text: text.stems, ideas, path };
  }
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
