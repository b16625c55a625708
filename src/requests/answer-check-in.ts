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
    ? replaceCard(viewReport(answered.value, code, viewerOf(context, turn), thanks[retaliation]))
    : sayRefusal(answered.refusal);
};

const thanks = {
  no: 'Thank you. Your answer is kept with your report. If anything changes, write to us here.',
  yes: 'Thank you for telling us. A caseworker is told at once. If you are in danger, call 999.',
} as const;
