import { functionWords, isEnglish } from '../text/english.ts';
import { foreignLetters } from '../text/words.ts';
import type { Answer, Citation, Silence } from './answer.ts';
import type { ClauseIndex, Ranking } from './clause-index.ts';
import { clauseReferences, type References } from './clause-references.ts';
import { completeQuestion } from './follow-up.ts';
import { silenceOf, silenceScore } from './silence.ts';
import { splitQuestion } from './split-question.ts';

export interface Asked {
  /** Today as an ISO day, to say when the document is past its review date. */
  readonly today: string;
  /** The question before this one in the same conversation, for "and for managers?". */
  readonly previous?: string;
}

type Found = { readonly clauses: readonly Citation[]; readonly related: readonly Citation[] };

/** The clauses that answer a question, best first, or silence and its reason. It cites and never concludes. */
export function answerQuestion(index: ClauseIndex, question: string, { today, previous }: Asked): Answer {
  const overdue = overdueSince(index.document.nextReview, today);
  const silent = (silence: Silence, nearest: Citation | null): Answer => ({
    outcome: 'not-covered',
    silence,
    nearest,
    overdue,
  });
  const completed = completeQuestion(question.slice(0, longest), previous);
  const asked = completed.question;
  if (foreignLetters(asked) > 0.3) return silent('unclear', null);
  const called = clauseReferences(index.document, asked);
  if (called.central && called.missing.length > 0 && called.found.length === 0) return silent('no-such-clause', null);
  const ranking = completed.fresh === null ? index.rank(asked) : rankFollowUp(index, asked, completed.fresh);
  if (!isReadable(ranking, asked)) return silent('unclear', null);
  if (called.central && called.found.length > 0) {
    const clauses = insideSections(index, called) ?? called.found.map((clause) => ({ clause, score: 1 }));
    if (called.rest !== '' && silenceOf(index.rank(called.rest), index.taught) === 'out-of-scope')
      return silent('out-of-scope', clauses[0] ?? null);
    return { outcome: 'answered', clauses, related: [], overdue };
  }
  const parts = answerParts(index, asked);
  if (parts !== null) return { ...parts, overdue };
  const silence = silenceOf(ranking, index.taught);
  if (silence !== null) return silent(silence, ranking.candidates[0] ?? null);
  return { outcome: 'answered', ...best(ranking), overdue };
}

/** "What does section 5 say about training": the clause of that section that says it best. */
function insideSections(index: ClauseIndex, { found, rest }: References): Citation[] | null {
  if (rest === '' || found.some(({ kind }) => kind !== 'section')) return null;
  const best = index
    .rank(rest)
    .candidates.find(({ clause }) => found.some(({ path }) => path.every((part, at) => clause.path[at] === part)));
  return best ? [best] : null;
}

/** How much what is new in a follow-up counts beside the question that it completes. */
const freshShare = 0.4;

/** "What about LinkedIn?" after a question on Facebook keeps the question and changes its object. */
function rankFollowUp(index: ClauseIndex, completed: string, fresh: string): Ranking {
  const ranking = index.rank(completed);
  const alone = new Map(index.rank(fresh).candidates.map(({ clause, score }) => [clause.id, score]));
  const candidates = ranking.candidates
    .map(({ clause, score }) => ({
      clause,
      score: score * (1 - freshShare) + (alone.get(clause.id) ?? 0) * freshShare,
    }))
    .sort((a, b) => b.score - a.score);
  return { ...ranking, candidates };
}

/** False for emoji alone, one letter held down, keys hit at random, and for a language that is not English. */
function isReadable({ reading }: Ranking, question: string): boolean {
  const { words, strange } = reading;
  if (!saysSomething(words) || (strange === words.length && strange > 1)) return false;
  return strange * 5 < words.length * 2 || isEnglish(question);
}

/** One word may be a question ("libel?"), but not a letter, nor one that means nothing without others ("no"). */
function saysSomething(words: readonly string[]): boolean {
  const [first, ...others] = new Set(words.filter((word) => word.length > 1 || /\d/.test(word)));
  return first !== undefined && (others.length > 0 || !functionWords.has(first));
}

/** A question is read up to this many characters; what people ask is over long before. */
const longest = 4000;
/** How sure each part must be before a question is taken apart. */
const sure = { answered: -0.7, silent: 0.7 } as const;

/** A question of several parts, each sure of its own answer; null where it is better taken as a whole. */
function answerParts(
  index: ClauseIndex,
  question: string,
): ({ outcome: 'answered' } & Found) | ({ outcome: 'partly'; notCovered: readonly string[] } & Found) | null {
  const parts = splitQuestion(question);
  if (parts.length === 1) return null;
  const ranked = parts.map((part) => {
    const ranking = index.rank(part);
    return { part, ranking, doubt: silenceScore(ranking, index.taught) };
  });
  const covered = ranked.filter(({ doubt }) => doubt < sure.answered);
  const notCovered = ranked.filter(({ doubt }) => doubt > sure.silent).map(({ part }) => part);
  if (covered.length === 0 || covered.length + notCovered.length < parts.length) return null;
  const firsts = covered.flatMap(({ ranking }) => ranking.candidates.slice(0, 1));
  const clauses = firsts.filter(({ clause }, at) => firsts.findIndex((other) => other.clause.id === clause.id) === at);
  const found = {
    clauses,
    related: relatedTo(
      clauses,
      covered.flatMap(({ ranking }) => ranking.candidates.slice(1, 2)),
    ),
  };
  if (notCovered.length > 0) return { outcome: 'partly', ...found, notCovered };
  return { outcome: 'answered', ...found };
}

/** The best clause, and any other that stands at its side rather than behind it. */
function best({ candidates }: Ranking): Found {
  const top = candidates[0]?.score ?? 0;
  const clauses = candidates.slice(0, 3).filter(({ score }, at) => at === 0 || score > top * level);
  return { clauses, related: relatedTo(clauses, candidates) };
}

/** A clause this near to the first answers as much as the first does. */
const level = 0.6;

function relatedTo(clauses: readonly Citation[], candidates: readonly Citation[]): Citation[] {
  const cited = new Set(clauses.map(({ clause }) => clause.id));
  return candidates.filter(({ clause, score }) => !cited.has(clause.id) && score > 0.02).slice(0, 2);
}

/** The review date, where it has passed. */
function overdueSince(nextReview: string | null, today: string): string | null {
  return nextReview !== null && today > nextReview ? nextReview : null;
}
