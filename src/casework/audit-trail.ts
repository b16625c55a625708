import { readAudit } from '../store/audit.ts';
import { auditWords } from './audit-words.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import { byName } from './history.ts';
import { findFor, readAudited } from './open-incident.ts';

/** One line of an incident's audit trail: reads are in it, content is not. */
export interface AuditLine {
  readonly number: number;
  readonly at: string;
  readonly by: string;
  /** The fixed name of what was done ("incident.read"). */
  readonly what: string;
  /** The same in words that follow the name. */
  readonly words: string;
}

/** Who did and who read what of an incident, oldest first, `limit` at a time after line `after`; a look at it is itself entered. */
export async function auditTrail(
  context: Casework,
  who: Who,
  reference: string,
  after = 0,
  limit = 100,
): Promise<Result<readonly AuditLine[]>> {
  const found = await findFor(context, who, reference);
  if (!found.ok) return found;
  const { casework, opened, roles } = found.value;
  if (roles.every((role) => role === 'identity-custodian')) return refused('not-found');
  const entries = await readAudit(casework.store, { kind: 'incident', id: opened.incident.reference }, after, limit);
  await readAudited(casework, who, opened, 'incident.audit-read');
  return done(
    await Promise.all(
      entries.map(async ({ number, at, who: doer, what }) => ({
        ...{ number, at, what, words: auditWords(casework.process, what) },
        by: doer === 'retention' ? 'This program' : await byName(casework, doer),
      })),
    ),
  );
}
