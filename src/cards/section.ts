import type { Clause, PolicyDocument } from '../policy/clause.ts';
import { nameEdition, sayOverdue, viewClause } from './clause-view.ts';
import { type FilledCard, fillCard } from './fill.ts';
import { type ClauseLink, noClauseLink } from './tab-links.ts';

/** Characters of clause text on one card: well under the 20,000 UTF-16 units that every client takes, with its fall-backs. */
const room = 6_000;

/** The clauses of one section in the document's order, the asked one marked. Starts at the asked one where they do not all fit. */
export function sectionCard(
  clauses: readonly Clause[],
  asked: Clause,
  document: PolicyDocument,
  overdue: string | null,
  linkTo: ClauseLink = noClauseLink,
): FilledCard {
  const shown = fitting(clauses, asked);
  return fillCard('section', {
    section: asked.path.join(' › ') || document.title,
    clauses: shown.map((clause) => ({ ...viewClause(clause), asked: clause.id === asked.id })),
    more:
      shown.length === clauses.length
        ? ''
        : `${clauses.length - shown.length} more clauses of this section are not shown here. Ask for one by its number.`,
    edition: nameEdition(document),
    overdue: sayOverdue(overdue),
    link: linkTo(asked.id),
  });
}

function fitting(clauses: readonly Clause[], asked: Clause): readonly Clause[] {
  const total = clauses.reduce((sum, clause) => sum + clause.text.length, 0);
  if (total <= room) return clauses;
  const shown: Clause[] = [];
  let used = 0;
  for (const clause of clauses.slice(Math.max(0, clauses.indexOf(asked)))) {
    used += clause.text.length;
    if (shown.length > 0 && used > room) break;
    shown.push(clause);
  }
  return shown;
}
