import type { Clause, PolicyDocument } from '../policy/clause.ts';
import { nameClause, nameEdition, sayOverdue, viewClause } from './clause-view.ts';
import { type FilledCard, fillCard } from './fill.ts';
import { type ClauseLink, noClauseLink } from './tab-links.ts';

/** One clause to be posted where others talk: the words and where they stand, and nothing about who asked what. */
export function sharedClauseCard(
  clause: Clause,
  document: PolicyDocument,
  overdue: string | null,
  linkTo: ClauseLink = noClauseLink,
): FilledCard {
  return fillCard('shared-clause', {
    ...viewClause(clause),
    spoken: `${nameClause(clause)} of the ${document.title}.`,
    edition: nameEdition(document),
    overdue: sayOverdue(overdue),
    link: linkTo(clause.id),
  });
}
