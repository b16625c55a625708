import type { Role } from '../incidents/roles.ts';
import { DirectoryDown } from '../people/directory.ts';
import { remember } from '../people/remember.ts';
import { auditRead } from '../store/audit.ts';
import { isStaff, rolesOn } from './access.ts';
import { alertsRead } from './alerts-read.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import type { Opened } from './incident-record.ts';
import { openRecord, readIncident } from './incident-record.ts';
import type { IncidentView } from './incident-view.ts';
import { incidentView } from './incident-view.ts';
import { readReference } from './read-reference.ts';

/** An incident as somebody may see it. The read is audited before anything is shown, and their alerts of it count as read. */
export function openIncident(context: Casework, who: Who, reference: string): Promise<Result<IncidentView>> {
  return show(context, who, reference, 'incident.read');
}

/**
 * The same for a card that renews itself whenever it comes on the screen: audited too, but nobody has opened anything, so
 * that alerts stay unread.
 */
export function refreshIncident(context: Casework, who: Who, reference: string): Promise<Result<IncidentView>> {
  return show(context, who, reference, 'incident.refreshed');
}

async function show(
  context: Casework,
  who: Who,
  reference: string,
  what: 'incident.read' | 'incident.refreshed',
): Promise<Result<IncidentView>> {
  const found = await findFor(context, who, reference);
  if (!found.ok) return found;
  const { casework, opened, roles } = found.value;
  if (roles.every((role) => role === 'identity-custodian')) return refused('not-found');
  await readAudited(casework, who, opened, what);
  if (what === 'incident.read') await alertsRead(casework, who, opened.incident.reference);
  return done(await incidentView(casework, opened, roles));
}

/** Enters into the audit trail that somebody saw content of an incident. */
export function readAudited(casework: Casework, who: Who, { incident }: Opened, what: string): Promise<void> {
  const record = { kind: 'incident', id: incident.reference };
  return auditRead(casework.store, { record, who: who.oid, what, at: casework.now().toISOString() });
}

export interface Found {
  /** With a directory that remembers, for the rest of the use case. */
  readonly casework: Casework;
  readonly opened: Opened;
  readonly roles: readonly Role[];
}

/** The incident and the roles of somebody on it; `not-found` alike for what is not there and what they must not know of. */
export async function findFor(context: Casework, who: Who, reference: string): Promise<Result<Found>> {
  const casework = { ...context, directory: remember(context.directory) };
  try {
    if (!(await isStaff(casework, who))) return refused('not-found');
    const [opened, other] = await Promise.all([readIncident(casework, readReference(reference)), anyOther(casework)]);
    // Where there is none, another one is looked into for nothing: the answer takes as long as for one that is kept from them.
    const looked = opened ?? other;
    const roles = looked === undefined ? [] : await rolesOn(casework, looked, who);
    return opened === undefined || roles.length === 0 ? refused('not-found') : done({ casework, opened, roles });
  } catch (error) {
    if (error instanceof DirectoryDown) return refused('directory-down');
    throw error;
  }
}

async function anyOther(casework: Casework): Promise<Opened | undefined> {
  const [record] = await casework.store.list({ kind: 'incident', limit: 1 });
  return record && openRecord(casework, record);
}
