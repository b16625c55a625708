import { openIncident as open } from '../casework/open-incident.ts';
import type { Handler } from './context.ts';
import { showCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import { viewIncident } from './view-incident.ts';
import { viewerOf } from './viewer.ts';

/** Opens an incident for somebody who may act on it; the read is audited before anything is shown. */
export const openIncident: Handler<'open-incident'> = async ({ reference }, context, turn) => {
  const opened = await open(context.casework, turn.actor, reference);
  return opened.ok ? showCard(viewIncident(opened.value, viewerOf(context, turn))) : sayRefusal(opened.refusal);
};
