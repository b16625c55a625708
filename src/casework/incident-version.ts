import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import { findFor } from './open-incident.ts';

/**
 * The version of an incident, for somebody who has it open and wants to know whether it has moved. It says nothing of the
 * content, so it enters no audit; whom the incident is kept from gets `not-found`, as for opening it.
 */
export async function incidentVersion(casework: Casework, who: Who, reference: string): Promise<Result<number>> {
  const found = await findFor(casework, who, reference);
  if (!found.ok) return found;
  const { opened, roles } = found.value;
  return roles.every((role) => role === 'identity-custodian') ? refused('not-found') : done(opened.version);
}
