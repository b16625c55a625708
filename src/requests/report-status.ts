import { reportStatus as lookUp } from '../casework/my-reports.ts';
import type { Handler } from './context.ts';
import { showCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import { viewReport } from './view-report.ts';

export const reportStatus: Handler<'report-status'> = async ({ reference, code }, context, turn) => {
  const found = await lookUp(context.casework, turn.actor, reference, { code });
  return found.ok ? showCard(viewReport(found.value, code)) : sayRefusal(found.refusal);
};
