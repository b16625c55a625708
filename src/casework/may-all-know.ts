import type { Oid } from '../incidents/roles.ts';
import { DirectoryDown } from '../people/directory.ts';
import { remember } from '../people/remember.ts';
import { rolesOn } from './access.ts';
import type { Casework } from './casework.ts';
import { readIncident } from './incident-record.ts';

/**
 * Whether every one of these people has a part in an incident, so that something about it may be said where all of them
 * read along. Not so for nobody, for an incident that is not there, and while the directory is down.
 */
export async function mayAllKnow(context: Casework, reference: string, oids: readonly Oid[]): Promise<boolean> {
  const casework = { ...context, directory: remember(context.directory) };
  const opened = await readIncident(casework, reference);
  if (opened === undefined || oids.length === 0) return false;
  try {
    for (const oid of oids) {
      const { tenant = '', name = '' } = (await casework.directory.person(oid)) ?? {};
      const roles = await rolesOn(casework, opened, { oid, tenant, name });
      if (roles.every((role) => role === 'identity-custodian')) return false;
    }
    return true;
  } catch (error) {
    if (error instanceof DirectoryDown) return false;
    throw error;
  }
}
