import { answerCheckIn as answer } from '../casework/change-report.ts';
import type { Handler } from './context.ts';
import { replaceCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import { viewReport } from './view-report.ts';
import { viewerOf } from './viewer.ts';

/** "Has anybody made things worse for you since you reported?", answered. */
export const answerCheckIn: Handler<'answer-check-in'> = async (
  { reference, code, retaliation, text },
  context,
  turn,
) => {
  const answered = await answer(context.casework, turn.actor, reference, retaliation === 'yes', text, { code });
  return answered.ok
    ? replaceCard(
        viewReport(answered.value, code, viewerOf(context, turn), 'Thank you. A caseworker will see your answer.'),
      )
    : sayRefusal(answered.refusal);
};
