import { alertCard } from '../cards/alert.ts';
import { openedAlert } from '../casework/opened-alert.ts';
import type { Context } from './context.ts';
import { replaceForGood } from './reply.ts';
import type { Reply, Turn } from './turn.ts';

/**
 * What becomes of the alert by which something was opened: its card says so, in the person's own chat. Nothing where it was
 * opened otherwise, or where others read along.
 */
export async function acknowledgeAlert(
  reference: string,
  alertId: string,
  { casework, personas }: Context,
  { actor, place, at }: Turn,
): Promise<readonly Reply[]> {
  if (place.kind !== 'personal') return [];
  const notice = await openedAlert(casework, actor, reference, alertId);
  if (notice === null) return [];
  const name = personas === null ? '' : actor.name;
  return replaceForGood(alertCard(notice, name, at.toISOString()));
}
