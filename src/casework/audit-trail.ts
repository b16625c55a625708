import { readAudit } from '../store/audit.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import { findFor } from './open-incident.ts';

/** One line of an incident's audit trail: reads are in it, content is not. */
export interface AuditLine {
  readonly number: number;
  readonly at: string;
  readonly by: string;
  readonly what: string;
}

/** Who did and who read what of an incident, oldest first, 100 at a time after line `after`. */
export async function auditTrail(
  context: Casework,
  who: Who,
  reference: string,
  after = 0,
): Promise<Result<readonly AuditLine[]>> {
  const found = await findFor(context, who, reference);
  if (!found.ok) return found;
  const { casework, opened, roles } = found.value;
  if (roles.every((role) => role === 'identity-custodian')) return refused('not-found');
  const entries = await readAudit(casework.store, { kind: 'incident', id: opened.incident.reference }, after);
  return done(
    await Promise.all(
      entries.map(async (entry) => {
        const person = await casework.directory.person(entry.who);
        return { number: entry.number, at: entry.at, by: person?.name ?? entry.who, what: entry.what };
      }),
    ),
  );
}
