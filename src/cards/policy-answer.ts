import type { Answer } from '../policy/answer.ts';
import type { PolicyDocument } from '../policy/clause.ts';
import { nameClause, nameEdition, sayOverdue, viewClause } from './clause-view.ts';
import { type FilledCard, fillCard } from './fill.ts';
import { type ClauseLink, noClauseLink } from './tab-links.ts';

/** At most so many clauses are quoted in full on one card; an answer has rarely more than two. */
const quoted = 3;

/** The clause or clauses that answer, word for word, with their edition; and what the policy leaves open. */
export function policyAnswerCard(
  answer: Extract<Answer, { outcome: 'answered' | 'partly' }>,
  question: string,
  document: PolicyDocument,
  ownWords: readonly string[] = [],
  linkTo: ClauseLink = noClauseLink,
): FilledCard {
  const beside = new Set(answer.related.map(({ clause }) => clause.id));
  const clauses = answer.clauses
    .filter(({ clause }, index) => index === 0 || !beside.has(clause.id))
    .slice(0, quoted)
    .map(({ clause }) => viewClause(clause));
  const first = answer.clauses[0]?.clause;
  return fillCard('policy-answer', {
    spoken: first === undefined ? 'What the policy says.' : `${nameClause(first)} of the policy answers this.`,
    clauses,
    notCovered: answer.outcome === 'partly' ? answer.notCovered : [],
    related: answer.related
      .slice(0, 2)
      .map(({ clause }) => ({ clause: clause.id, title: shortTitle(nameClause(clause), clause.title) })),
    edition: nameEdition(document),
    overdue: sayOverdue(answer.overdue),
    ownWords,
    first: first?.id ?? '',
    question,
    link: first === undefined ? '' : linkTo(first.id),
  });
}

function shortTitle(name: string, title: string): string {
  const full = name === title ? name : `${name}: ${title}`;
  return full.length > 44 ? `${full.slice(0, 42).trimEnd()}…` : full;
}
