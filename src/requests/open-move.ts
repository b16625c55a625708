import { refreshIncident } from '../casework/open-incident.ts';
import type { Handler } from './context.ts';
import { formOf } from './keep-typed.ts';
import { sayRefusal } from './say-refusal.ts';

/** The questions of one step on a card of their own: where an incident is too long for all of them to stand on its card. */
export const openMove: Handler<'open-move'> = async ({ reference, move }, context, turn) => {
  const seen = await refreshIncident(context.casework, turn.actor, reference);
  if (!seen.ok) return sayRefusal(seen.refusal);
  const form = formOf({ reference, opens: move, typed: {} }, seen.value, context, turn);
  return form(`It stands at: ${seen.value.statusLabel}.`, []) ?? sayRefusal({ kind: 'not-yours' });
};
