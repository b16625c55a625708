import { policyAnswerCard } from '../cards/policy-answer.ts';
import { policySilentCard } from '../cards/policy-silent.ts';
import { answerQuestion } from '../policy/answer-question.ts';
import type { Context, Handler } from './context.ts';
import { keepGap } from './keep-gap.ts';
import { openReport } from './open-report.ts';
import { say, showCard } from './reply.ts';
import { toReport } from './request.ts';
import { soundsAsked } from './sounds-asked.ts';

export const askPolicy: Handler<'ask-policy'> = async ({ question }, context, turn) => {
  if (!context.switches.answers) return say('Policy answers are turned off', [`Ask ${whomToAsk(context)}.`]);
  if (question.trim() === '')
    return say('What would you like to know?', ['Type a question, for example: Can I say where I work on Instagram?']);
  const { organisation, followUps } = context;
  const now = context.now();
  const previous = followUps.previous(turn.place.conversationId, now);
  const answer = answerQuestion(organisation.clauses, question, {
    today: now.toISOString().slice(0, 10),
    ...(previous === undefined ? {} : { previous }),
  });
  followUps.remember(turn.place.conversationId, question, now);
  if (answer.outcome !== 'not-covered')
    return showCard(policyAnswerCard(answer, question, organisation.document, [], context.clauseLink));
  if (answer.silence === 'silent' && /\breport/i.test(question)) return openReport(toReport(''), context, turn);
  const kept = answer.silence === 'silent' && soundsAsked(question);
  if (kept)
    await keepGap(context, {
      about: 'unanswered',
      text: question,
      clause: answer.nearest?.clause.id ?? '',
      comment: '',
    });
  const { policyContacts } = organisation.support;
  return showCard(policySilentCard(answer, question, organisation.document, policyContacts, kept, context.clauseLink));
};

function whomToAsk(context: Context): string {
  return context.organisation.support.policyContacts.map(({ name, reach }) => `${name}: ${reach}`).join('; ');
}
