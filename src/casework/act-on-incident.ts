import type { IncidentEvent, Party } from '../incidents/incident.ts';
import { longest } from '../incidents/report-form.ts';
import type { Role } from '../incidents/roles.ts';
import { Conflict } from '../store/store.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import { commitIncident } from './commit-incident.ts';
import type { IncidentView } from './incident-view.ts';
import { commitEvents } from './move-incident.ts';
import type { Found } from './open-incident.ts';
import { findFor } from './open-incident.ts';
import { settle } from './settle.ts';

const handlers: readonly Role[] = ['caseworker', 'case-manager'];
/** Those who work on an incident, each in their part. */
export const parts: readonly Role[] = [...handlers, 'investigator', 'decision-maker', 'appeal-officer'];

/** A note for the record; the reporter does not see it. */
export function addNote(casework: Casework, who: Who, reference: string, text: string): Promise<Result<IncidentView>> {
  return act(casework, who, reference, parts, text, (at) => ({ kind: 'noted', at, by: who.oid, text: text.trim() }));
}

/** A message that the reporter sees, at each level. */
export function messageReporter(
  casework: Casework,
  who: Who,
  reference: string,
  text: string,
): Promise<Result<IncidentView>> {
  const from = 'casework';
  return act(casework, who, reference, parts, text, (at) => ({
    ...{ kind: 'messaged', at, by: who.oid, from, text: text.trim() },
  }));
}

/** Stops the clocks, with a reason; nothing else changes. Refused as `not-yours` while they stand still already, or for good. */
export function pauseClocks(
  casework: Casework,
  who: Who,
  reference: string,
  reason: string,
): Promise<Result<IncidentView>> {
  return act(casework, who, reference, handlers, reason, (at, { opened }) =>
    isPaused(opened.incident) || isOver(casework, opened.incident)
      ? null
      : { kind: 'paused', at, by: who.oid, reason: reason.trim() },
  );
}

/** Lets the clocks run on, later by the working days that they stood still. */
export function resumeClocks(casework: Casework, who: Who, reference: string): Promise<Result<IncidentView>> {
  return act(casework, who, reference, handlers, null, (at, { opened }) =>
    isPaused(opened.incident) ? { kind: 'resumed', at, by: who.oid } : null,
  );
}

/**
 * Settles who somebody of the report is, or adds a party. `oid` null says: not in the directory. The conflict check counts
 * the person from then on: whoever is excluded by it, the namer included, loses access with this commit.
 */
export async function nameParty(
  casework: Casework,
  who: Who,
  reference: string,
  named: { readonly part: Party['part']; readonly name: string; readonly oid: string | null },
): Promise<Result<IncidentView>> {
  const person = named.oid === null ? undefined : await casework.directory.person(named.oid);
  if (named.oid !== null && person === undefined)
    return refused('bad-inputs', { problems: [{ field: 'oid', problem: 'Choose somebody of the directory.' }] });
  const name = named.name.trim() || (person?.name ?? '');
  return act(casework, who, reference, handlers, name, (at, { opened }) => {
    if (isOver(casework, opened.incident)) return null;
    const open = openName(opened.incident, named);
    const party = { part: named.part, name: open ?? name, oid: named.oid, candidates: [] };
    return { kind: 'party-named', at, by: who.oid, party };
  });
}

/** The name in the report that may mean this very person, and is settled by naming them. */
function openName(
  { parties }: Found['opened']['incident'],
  { part, oid }: { part: Party['part']; oid: string | null },
) {
  return parties.find((one) => one.part === part && one.oid === null && oid !== null && one.candidates.includes(oid))
    ?.name;
}

/** Steps back from an incident (D4): access ends at once, others take over, no clock starts anew. */
export async function recuse(
  context: Casework,
  who: Who,
  reference: string,
  reason: string,
): Promise<Result<{ readonly reference: string }>> {
  for (let tries = 0; ; tries++) {
    const found = await findFor(context, who, reference);
    if (!found.ok) return found;
    const { casework, opened } = found.value;
    const told = reason.trim().slice(0, longest.note) || null;
    const event = { kind: 'recused', at: casework.now().toISOString(), by: who.oid, reason: told } as const;
    try {
      await commitIncident(casework, opened, [event, ...(await settle(casework, opened, [event]))]);
      return done({ reference: opened.incident.reference });
    } catch (error) {
      if (!(error instanceof Conflict) || tries === 4) throw error;
    }
  }
}

/** One event by somebody with one of these roles, and what follows from it. `text` is what they wrote, or null for nothing. */
async function act(
  context: Casework,
  who: Who,
  reference: string,
  roles: readonly Role[],
  text: string | null,
  decide: (at: string, found: Found) => IncidentEvent | null,
): Promise<Result<IncidentView>> {
  for (let tries = 0; ; tries++) {
    const found = await findFor(context, who, reference);
    if (!found.ok) return found;
    if (!found.value.roles.some((role) => roles.includes(role))) return refused('not-yours');
    const problem = text === null ? null : textProblem(text);
    if (problem !== null) return refused('bad-inputs', { problems: [{ field: 'text', problem }] });
    const { casework, opened } = found.value;
    const event = decide(casework.now().toISOString(), found.value);
    if (event === null) return refused('not-yours');
    const result = await commitEvents(found.value, who, [event, ...(await settle(casework, opened, [event]))]);
    if (result.ok || result.refusal.kind !== 'stale' || tries === 4) return result;
  }
}

function textProblem(text: string): string | null {
  if (text.trim() === '') return 'Write something first.';
  return text.length > longest.note ? `At most ${longest.note} characters.` : null;
}

function isOver(casework: Casework, { status }: Found['opened']['incident']): boolean {
  return casework.process.statuses[status].ends;
}

function isPaused(incident: Found['opened']['incident']): boolean {
  return incident.pauses.some((pause) => pause.to === null);
}
