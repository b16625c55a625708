import { openIncident as open } from '../casework/open-incident.ts';
import { acknowledgeAlert } from './acknowledge-alert.ts';
import type { Handler } from './context.ts';
import { showCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import { viewIncident } from './view-incident.ts';
import { viewerOf } from './viewer.ts';

/** Opens an incident for somebody who may act on it; the read is audited before anything is shown. */
export const openIncident: Handler<'open-incident'> = async ({ reference, alert }, context, turn) => {
  const opened = await open(context.casework, turn.actor, reference);
  if (!opened.ok) return sayRefusal(opened.refusal);
  const seen = await acknowledgeAlert(opened.value.reference, alert, context, turn);
  return [...seen, ...showCard(viewIncident(opened.value, viewerOf(context, turn)))];
};
