import { decideMove } from '../incidents/decide.ts';
import type { IncidentEvent, Inputs } from '../incidents/incident.ts';
import type { Change } from '../store/store.ts';
import { Conflict } from '../store/store.ts';
import { rolesOn } from './access.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import { commitIncident } from './commit-incident.ts';
import type { IncidentView } from './incident-view.ts';
import { incidentView } from './incident-view.ts';
import { settleCandidate } from './name-candidate.ts';
import { optionsOf } from './next-moves.ts';
import type { Found } from './open-incident.ts';
import { findFor, readAudited } from './open-incident.ts';
import { settle } from './settle.ts';

/**
 * One move of the process. Who may make it is looked up anew (D7). `seenVersion` is the version that the pressed card
 * showed: if the incident has changed since, nothing is done and the answer is `stale`.
 */
export async function moveIncident(
  context: Casework,
  who: Who,
  reference: string,
  move: string,
  inputs: Inputs,
  seenVersion: number,
): Promise<Result<IncidentView>> {
  const found = await findFor(context, who, reference);
  if (!found.ok) return found;
  const { casework, opened, roles } = found.value;
  if (opened.version !== seenVersion) return refused('stale', { status: opened.incident.status });
  const at = casework.now().toISOString();
  const decided = decideMove(casework.process, opened.incident, move, inputs, { by: who.oid, roles }, at);
  if (decided.kind === 'no-such-move') return refused('not-yours');
  if (decided.kind !== 'moved') return { ok: false, refusal: decided as never };
  const wrong = await personProblem(found.value, decided.inputs);
  if (wrong !== null)
    return refused('bad-inputs', { problems: [{ field: wrong, problem: 'Choose one of the list.' }] });
  const { message, subject } = decided.inputs;
  const events: IncidentEvent[] = [decided];
  if (subject) events.push(...settleCandidate(opened, subject, who.oid, at));
  if (message) events.push({ kind: 'messaged', at, by: who.oid, from: 'casework', text: message });
  return commitEvents(found.value, who, [...events, ...(await settle(casework, opened, events))]);
}

/** Stores events of somebody who has a role, and shows the incident afterwards: an audited read, like any. */
export async function commitEvents(
  { casework, opened }: Found,
  who: Who,
  events: readonly IncidentEvent[],
  more: readonly Change[] = [],
): Promise<Result<IncidentView>> {
  try {
    const after = await commitIncident(casework, opened, events, more);
    const roles = await rolesOn(casework, after, who);
    if (roles.length === 0) return refused('handed-on', { reference: after.incident.reference });
    await readAudited(casework, who, after, 'incident.read');
    return done(await incidentView(casework, after, roles));
  } catch (error) {
    if (error instanceof Conflict) return refused('stale', { status: opened.incident.status });
    throw error;
  }
}

/** The first input that names somebody who cannot be chosen. */
async function personProblem({ casework, opened }: Found, inputs: Inputs): Promise<string | null> {
  for (const [id, value] of Object.entries(inputs)) {
    const input = casework.process.inputs[id];
    if (input?.kind !== 'person' && input?.kind !== 'candidate') continue;
    const options = await optionsOf(casework, opened, input);
    if (!options.some((option) => option.value === value)) return id;
  }
  return null;
}
