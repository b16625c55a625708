import { reportStatus } from '../casework/my-reports.ts';
import { openIncident } from '../casework/open-incident.ts';
import type { Handler } from './context.ts';
import { showCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import { viewIncident } from './view-incident.ts';
import { viewReport } from './view-report.ts';
import { viewerOf } from './viewer.ts';

/** A reference as it stands on an alert or a receipt: the incident for who works on it, the report for who made it. */
export const findReference: Handler<'find-reference'> = async ({ reference, code }, context, turn) => {
  const { casework } = context;
  const { actor } = turn;
  const incident = code === '' ? await openIncident(casework, actor, reference) : null;
  if (incident?.ok) return showCard(viewIncident(incident.value, viewerOf(context, turn)));
  const report = await reportStatus(casework, actor, reference, { code });
  return report.ok ? showCard(viewReport(report.value, code, viewerOf(context, turn))) : sayRefusal(report.refusal);
};
