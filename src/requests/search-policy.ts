import { nameClause } from '../cards/clause-view.ts';
import { sharedClauseCard } from '../cards/shared-clause.ts';
import type { ClauseLink } from '../cards/tab-links.ts';
import { answerQuestion } from '../policy/answer-question.ts';
import type { Clause, PolicyDocument } from '../policy/clause.ts';
import type { Context, Handler } from './context.ts';
import { say } from './reply.ts';
import type { Reply } from './turn.ts';

/** A clause this far behind the best is no find. */
const share = 0.05;
const most = 25;

/** Clauses to put into a conversation, from the box where a message is written. Nothing of what is searched is kept. */
export const searchPolicy: Handler<'search-policy'> = ({ words, skip, count }, context) => {
  if (!context.switches.answers) return say('Policy answers are turned off', ['Ask the people whom the policy names.']);
  const { document } = context.organisation;
  const today = context.now().toISOString().slice(0, 10);
  const overdue = document.nextReview !== null && today > document.nextReview ? document.nextReview : null;
  const found = words.trim() === '' ? conductOf(context) : find(words, today, context);
  const page = found.slice(skip, skip + count);
  if (page.length > 0) return page.map((clause) => offer(clause, document, overdue, context.clauseLink));
  return skip > 0
    ? say('That is all')
    : say('The policy does not say', ['No clause has to do with these words. Try a few plain words, or a number.']);
};

function offer(clause: Clause, document: PolicyDocument, overdue: string | null, clauseLink: ClauseLink): Reply {
  const name = nameClause(clause);
  return {
    kind: 'found',
    card: sharedClauseCard(clause, document, overdue, clauseLink),
    title: name === clause.title ? name : `${name}: ${clause.title}`,
    text: clause.text,
  };
}

/** Before a word is typed: what staff must keep to. */
function conductOf({ organisation }: Context): readonly Clause[] {
  const { conductClause, document } = organisation;
  return document.clauses.filter(({ id, parent }) => id === conductClause || parent === conductClause);
}

function find(words: string, today: string, { organisation }: Context): readonly Clause[] {
  const answer = answerQuestion(organisation.clauses, words, { today });
  if (answer.outcome === 'not-covered') {
    if (answer.silence !== 'silent') return [];
    return answer.nearest === null ? [] : [answer.nearest.clause];
  }
  const { candidates } = organisation.clauses.rank(words);
  const least = (candidates[0]?.score ?? 0) * share;
  const others = candidates.filter(({ score }) => score > least);
  return [...new Set([...answer.clauses, ...answer.related, ...others].map(({ clause }) => clause))].slice(0, most);
}
