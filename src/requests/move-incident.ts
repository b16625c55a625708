import { moveIncident as move } from '../casework/move-incident.ts';
import { openIncident } from '../casework/open-incident.ts';
import type { Handler } from './context.ts';
import { replaceCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import { viewIncident } from './view-incident.ts';

/** Moves an incident one step; a press from a card that is out of date does nothing and gets the fresh card (D7). */
export const moveIncident: Handler<'move-incident'> = async (request, context, turn) => {
  const { kind: _kind, reference, move: wanted, version, ...rest } = request;
  const inputs = Object.fromEntries(
    Object.entries(rest).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
    ),
  );
  const moved = await move(context.casework, turn.actor, reference, wanted, inputs, version);
  if (moved.ok) {
    context.onMoved(moved.value.reference);
    return replaceCard(viewIncident(moved.value, 'Done. This is how it stands now.'));
  }
  if (moved.refusal.kind !== 'stale' && moved.refusal.kind !== 'bad-inputs') return sayRefusal(moved.refusal);
  const fresh = await openIncident(context.casework, turn.actor, reference);
  if (!fresh.ok) return sayRefusal(fresh.refusal);
  const why =
    moved.refusal.kind === 'stale'
      ? 'Nothing was done: this had moved on since your card was made. Here it is as it stands.'
      : `Nothing was done: ${moved.refusal.problems.map(({ problem }) => problem).join(' ')}`;
  return replaceCard(viewIncident(fresh.value, why));
};
