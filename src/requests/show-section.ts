import { sectionCard } from '../cards/section.ts';
import type { Clause, PolicyDocument } from '../policy/clause.ts';
import type { Handler } from './context.ts';
import { say, showCard } from './reply.ts';

export const showSection: Handler<'show-section'> = ({ clause: id }, context) => {
  const { document } = context.organisation;
  const clause = document.clauses.find((candidate) => candidate.id === id);
  if (clause === undefined)
    return say('The policy has no such clause', ['It may have been renumbered since the card was made. Ask me again.']);
  const today = context.now().toISOString().slice(0, 10);
  const overdue = document.nextReview !== null && today > document.nextReview ? document.nextReview : null;
  return showCard(sectionCard(sectionOf(clause, document), clause, document, overdue, context.clauseLink));
};

/** The clause's siblings under the same parent with that parent first; for a parent, itself and its children. */
function sectionOf(clause: Clause, { clauses }: PolicyDocument): readonly Clause[] {
  const hasChildren = clauses.some((candidate) => candidate.parent === clause.id);
  const head = hasChildren ? clause.id : clause.parent;
  if (head === null) return [clause];
  return clauses.filter((candidate) => candidate.id === head || candidate.parent === head);
}
