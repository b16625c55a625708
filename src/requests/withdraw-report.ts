import { withdrawReport as withdraw } from '../casework/change-report.ts';
import type { Handler } from './context.ts';
import { replaceCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import { viewReport } from './view-report.ts';
import { viewerOf } from './viewer.ts';

export const withdrawReport: Handler<'withdraw-report'> = async ({ reference, code, reason }, context, turn) => {
  const withdrawn = await withdraw(context.casework, turn.actor, reference, reason, { code });
  if (!withdrawn.ok) return sayRefusal(withdrawn.refusal);
  context.onMoved(withdrawn.value.reference);
  const notice = withdrawn.value.ended
    ? 'Withdrawn. Nothing was deleted.'
    : 'Your wish to withdraw is recorded. A caseworker decides, because it is formal already.';
  return replaceCard(viewReport(withdrawn.value, code, viewerOf(context, turn), notice));
};
