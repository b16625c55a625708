import { moveFormCard } from '../cards/move-form.ts';
import type { TitledText } from '../cards/titled-text.ts';
import type { Refusal } from '../casework/casework.ts';
import type { IncidentView } from '../casework/incident-view.ts';
import { refreshIncident } from '../casework/open-incident.ts';
import type { Problem } from '../incidents/report-form.ts';
import type { Context } from './context.ts';
import { incidentMoves } from './incident-moves.ts';
import { replaceCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import type { Reply, Turn } from './turn.ts';
import { viewIncident } from './view-incident.ts';
import { viewerOf } from './viewer.ts';

/** Something that was to be done with an incident, and the answers that came with it. */
export interface Wanted {
  readonly reference: string;
  /** Which button: a move of the process, or the verb of another. */
  readonly opens: string;
  readonly typed: Readonly<Record<string, string>>;
}

const staleNotice =
  'Nothing was done: this had moved on since your card was made. Your answers are still here. Look at how it stands, then send them again if they still fit.';

/**
 * What was wanted and could not be done, without the loss of a word: the same questions again, with the problem at its
 * field; or the fresh card with what was typed, where that step can no longer be taken (D7).
 */
export async function keepTyped(
  wanted: Wanted,
  refusal: Refusal,
  context: Context,
  turn: Turn,
): Promise<readonly Reply[]> {
  if (refusal.kind !== 'stale' && refusal.kind !== 'bad-inputs') return sayRefusal(refusal);
  const fresh = await refreshIncident(context.casework, turn.actor, wanted.reference);
  if (!fresh.ok) return sayRefusal(fresh.refusal);
  const form = formOf(wanted, fresh.value, context, turn);
  if (refusal.kind === 'bad-inputs')
    return (
      form('Nothing was done. What you typed is still here.', refusal.problems) ??
      freshCard(wanted, fresh.value, context, turn)
    );
  const isWorthIt = Object.values(wanted.typed).some((value) => value.trim() !== '');
  return (isWorthIt ? form(staleNotice, []) : null) ?? freshCard(wanted, fresh.value, context, turn);
}

/** The questions of one button on a card of their own, or null where it is no longer there. */
export function formOf(
  { opens, typed }: Wanted,
  incident: IncidentView,
  context: Context,
  turn: Turn,
): (notice: string, problems: readonly Problem[]) => readonly Reply[] | null {
  const { moves, also } = incidentMoves(incident, viewerOf(context, turn));
  const move = [...moves, ...also].find((one) => one.opens === opens);
  return (notice, problems) =>
    move === undefined ? null : replaceCard(moveFormCard(incident.reference, move, typed, notice, problems));
}

function freshCard({ typed }: Wanted, incident: IncidentView, context: Context, turn: Turn): readonly Reply[] {
  const kept = Object.values(typed).filter((value) => value.trim().includes(' '));
  const lost: readonly TitledText[] = kept.map((text) => ({ title: 'You had written', text }));
  const notice = 'Nothing was done: this had moved on since your card was made. Here it is as it stands.';
  return replaceCard(viewIncident(incident, viewerOf(context, turn), notice, lost));
}
