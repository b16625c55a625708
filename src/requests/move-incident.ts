import { moveIncident as move } from '../casework/move-incident.ts';
import type { Handler } from './context.ts';
import { keepTyped } from './keep-typed.ts';
import { replaceCard } from './reply.ts';
import { viewIncident } from './view-incident.ts';
import { viewerOf } from './viewer.ts';

/** Moves an incident one step; a press from a card that is out of date does nothing and gets the fresh card (D7). */
export const moveIncident: Handler<'move-incident'> = async (request, context, turn) => {
  const { kind: _kind, reference, move: wanted, version, ...rest } = request;
  const inputs = Object.fromEntries(
    Object.entries(rest).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
    ),
  );
  const moved = await move(context.casework, turn.actor, reference, wanted, inputs, version);
  if (!moved.ok) return keepTyped({ reference, opens: wanted, typed: inputs }, moved.refusal, context, turn);
  context.onMoved(moved.value.reference);
  return replaceCard(viewIncident(moved.value, viewerOf(context, turn), 'Done. This is how it stands now.'));
};
