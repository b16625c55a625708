import { answerQuestion } from '../policy/answer-question.ts';
import { askPolicy } from './ask-policy.ts';
import type { Handler } from './context.ts';
import { say } from './reply.ts';

/** What sounded like none of the three jobs is held against the policy before it is turned away. */
export const outOfScope: Handler<'out-of-scope'> = (request, context, turn) => {
  const today = context.now().toISOString().slice(0, 10);
  const answer = answerQuestion(context.organisation.clauses, request.said, { today });
  if (answer.outcome !== 'not-covered') return askPolicy({ kind: 'ask-policy', question: request.said }, context, turn);
  return say(
    'That is outside what I know',
    [
      'I answer questions about the social media policy, check drafts before they are posted, and take reports of bullying on social media.',
    ],
    [
      { title: 'What can you do?', verb: 'help' },
      { title: 'Check a draft', verb: 'open-check-form' },
    ],
  );
};
