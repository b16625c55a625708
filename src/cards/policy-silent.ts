import type { Answer, Silence } from '../policy/answer.ts';
import type { PolicyDocument } from '../policy/clause.ts';
import { nameEdition, sayOverdue, viewClause } from './clause-view.ts';
import type { ContactView } from './contact-view.ts';
import { type FilledCard, fillCard } from './fill.ts';
import { type ClauseLink, noClauseLink } from './tab-links.ts';

/** Why there is no answer, in the bot's words. */
export const silenceWords: Record<Silence, { headline: string; explanation: string }> = {
  silent: { headline: 'The policy does not say', explanation: 'No clause of the policy answers this question.' },
  'out-of-scope': {
    headline: 'The policy does not say',
    explanation:
      'I only know the social media policy: how staff use social media, what must not be posted, and what happens when it goes wrong.',
  },
  'no-such-clause': { headline: 'There is no such clause', explanation: 'The policy has no clause with that number.' },
  unclear: {
    headline: 'The policy does not say',
    explanation: 'I could not find a question in that. Ask it in a few plain words, in English.',
  },
};

const keeping = 'I keep it, with names and numbers masked and without yours, for the policy owner.';

/** `kept` says that the question goes to the policy owner. */
export function policySilentCard(
  answer: Extract<Answer, { outcome: 'not-covered' }>,
  question: string,
  document: PolicyDocument,
  contacts: readonly ContactView[],
  kept = false,
  linkTo: ClauseLink = noClauseLink,
): FilledCard {
  const nearest = answer.nearest === null ? [] : [viewClause(answer.nearest.clause)];
  return fillCard('policy-silent', {
    ...silenceWords[answer.silence],
    ...(kept ? { explanation: `${silenceWords[answer.silence].explanation} ${keeping}` } : {}),
    nearest,
    contacts,
    edition: nameEdition(document),
    overdue: sayOverdue(answer.overdue),
    question,
    feedbackClause: nearest[0]?.clause ?? '',
    link: answer.nearest === null ? '' : linkTo(answer.nearest.clause.id),
  });
}
