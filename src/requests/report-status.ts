import { reportStatus as lookUp } from '../casework/my-reports.ts';
import { acknowledgeAlert } from './acknowledge-alert.ts';
import type { Handler } from './context.ts';
import { replaceCard, showCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import { viewReport } from './view-report.ts';
import { viewerOf } from './viewer.ts';

export const reportStatus: Handler<'report-status'> = async ({ reference, code, alert }, context, turn) => {
  const found = await lookUp(context.casework, turn.actor, reference, { code });
  if (!found.ok) return sayRefusal(found.refusal);
  const seen = await acknowledgeAlert(found.value.reference, alert, context, turn);
  return [...seen, ...showCard(viewReport(found.value, code, viewerOf(context, turn)))];
};

/** The card in its place as it stands now: pressed, or sent by the client itself when the card comes on the screen. */
export const refreshReport: Handler<'refresh-report'> = async ({ reference, code }, context, turn) => {
  const found = await lookUp(context.casework, turn.actor, reference, { code });
  return found.ok ? replaceCard(viewReport(found.value, code, viewerOf(context, turn))) : sayRefusal(found.refusal);
};
