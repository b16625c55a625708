import { foreignLetters } from '../text/words.ts';
import type { Answer, Citation, Silence } from './answer.ts';
import type { ClauseIndex, Ranking } from './clause-index.ts';
import { clauseReferences } from './clause-references.ts';

export interface Asked {
  /** Today as an ISO day, to say when the document is past its review date. */
  readonly today: string;
  /** The question before this one in the same conversation, for "and for managers?". */
  readonly previous?: string;
}

/** The clauses that answer a question, best first, or silence and its reason. It cites and never concludes. */
export function answerQuestion(index: ClauseIndex, question: string, { today }: Asked): Answer {
  const overdue = overdueSince(index.document.nextReview, today);
  const silent = (silence: Silence, nearest: Citation | null): Answer => ({
    outcome: 'not-covered',
    silence,
    nearest,
    overdue,
  });
  if (foreignLetters(question) > 0.3) return silent('unclear', null);
  const ranking = index.rank(question);
  const nearest = ranking.candidates[0] ?? null;
  const { found, missing, central } = clauseReferences(index.document, question);
  if (central && missing.length > 0 && found.length === 0) return silent('no-such-clause', null);
  if (ranking.reading.words.length === 0) return silent('unclear', null);
  if (central && found.length > 0) {
    const clauses = found.map((clause) => ({ clause, score: 1 }));
    return { outcome: 'answered', clauses, related: [], overdue };
  }
  const silence = silenceOf(ranking);
  if (silence !== null || nearest === null) return silent(silence ?? 'unclear', nearest);
  return {
    outcome: 'answered',
    clauses: ranking.candidates.slice(0, 3),
    related: ranking.candidates.slice(1, 3),
    overdue,
  };
}

function silenceOf({ candidates, silent, outOfScope }: Ranking): Silence | null {
  const best = candidates[0]?.score ?? 0;
  if (best >= (silent + outOfScope) * 0.5) return null;
  return silent >= outOfScope ? 'silent' : 'out-of-scope';
}

/** The review date, where it has passed. */
function overdueSince(nextReview: string | null, today: string): string | null {
  return nextReview !== null && today > nextReview ? nextReview : null;
}
