import { answerFeedbackCard, findingFeedbackCard } from '../cards/feedback-form.ts';
import { noticeCard } from '../cards/notice.ts';
import { ruleIds } from '../drafts/finding.ts';
import type { Handler } from './context.ts';
import { keepGap } from './keep-gap.ts';
import { replaceCard, say, showCard } from './reply.ts';
import type { Reply } from './turn.ts';

export const openAnswerFeedback: Handler<'open-answer-feedback'> = ({ question, clause }) =>
  showCard(answerFeedbackCard(question, clause));

export const sendAnswerFeedback: Handler<'send-answer-feedback'> = async ({ question, clause, comment }, context) =>
  thank(await keepGap(context, { about: 'unhelpful-answer', text: question, clause, comment }));

export const openFindingFeedback: Handler<'open-finding-feedback'> = ({ rule, clause }) =>
  showCard(findingFeedbackCard(rule, clause));

/** Keeps the rule and the reason, never the draft. */
export const sendFindingFeedback: Handler<'send-finding-feedback'> = async ({ rule, clause, comment }, context) => {
  if (!(ruleIds as readonly string[]).includes(rule))
    return say('I do not know that rule', [
      'Nothing was stored. Check the draft again and use the button on the new card.',
    ]);
  return thank(await keepGap(context, { about: 'wrong-finding', text: rule, clause, comment }));
};

function thank(kept: boolean): readonly Reply[] {
  if (!kept) return say('This was not stored', ['Please try again in a few minutes.']);
  return replaceCard(noticeCard('Thank you', ['The policy owner will see it without your name.']));
}
