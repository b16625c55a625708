import type { IncidentEvent } from '../incidents/incident.ts';
import { longest } from '../incidents/report-form.ts';
import { Conflict } from '../store/store.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import { commitIncident } from './commit-incident.ts';
import { readIdentity } from './identity.ts';
import { findFor } from './open-incident.ts';

export interface RevealedIdentity {
  readonly reference: string;
  readonly oid: string;
  readonly name: string;
}

/**
 * Opens the identity of a confidential report's reporter to the custodian, with a reason that stays in the history (C4).
 * `not-yours` to everybody else, and where there is nothing to open: a named report, or an anonymous one.
 */
export async function revealIdentity(
  context: Casework,
  who: Who,
  reference: string,
  reason: string,
): Promise<Result<RevealedIdentity>> {
  for (let tries = 0; ; tries++) {
    const found = await findFor(context, who, reference);
    if (!found.ok) return found;
    const { casework, opened, roles } = found.value;
    if (!roles.includes('identity-custodian') || opened.incident.reporter.level !== 'confidential')
      return refused('not-yours');
    const given = reason.trim();
    if (given.length < 10 || given.length > longest.note)
      return refused('bad-inputs', { problems: [{ field: 'reason', problem: 'Give the reason, in a sentence.' }] });
    const at = casework.now().toISOString();
    const event: IncidentEvent = { kind: 'identity-revealed', at, by: who.oid, reason: given };
    try {
      await commitIncident(casework, opened, [event]);
      const identity = await readIdentity(casework, opened.incident.reference);
      if (identity === undefined) return refused('not-yours');
      return done({ reference: opened.incident.reference, oid: identity.oid, name: identity.name });
    } catch (error) {
      if (!(error instanceof Conflict) || tries === 4) throw error;
    }
  }
}
