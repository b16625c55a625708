import { noticeCard } from '../cards/notice.ts';
import { refreshIncident as refresh } from '../casework/open-incident.ts';
import type { Handler } from './context.ts';
import { replaceCard } from './reply.ts';
import { refusalWords } from './say-refusal.ts';
import { viewIncident } from './view-incident.ts';
import { viewerOf } from './viewer.ts';

/**
 * The card in its place as it stands now: pressed, or sent by the client itself when the card comes on the screen. Whoever
 * may no longer know of the incident loses what the card said with it.
 */
export const refreshIncident: Handler<'refresh-incident'> = async ({ reference }, context, turn) => {
  const seen = await refresh(context.casework, turn.actor, reference);
  if (seen.ok) return replaceCard(viewIncident(seen.value, viewerOf(context, turn)));
  const { headline, lines } = refusalWords(seen.refusal);
  return replaceCard(noticeCard(headline, lines, { buttons: [{ title: 'My incidents', verb: 'my-incidents' }] }));
};
