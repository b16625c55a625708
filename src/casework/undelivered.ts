import type { Attempt } from '../alerts/alert.ts';
import { DirectoryDown } from '../people/directory.ts';
import { remember } from '../people/remember.ts';
import { alertOf } from './alert-record.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import { findFor } from './open-incident.ts';

/** An alert that no channel could deliver, for somebody who may know of its incident. */
export interface UndeliveredAlert {
  readonly alertId: string;
  readonly reference: string;
  /** The name of who did not get it, or "the reporter". */
  readonly to: string;
  readonly attempts: readonly Attempt[];
}

/** The alerts that reached nobody, as far as this person may know of their incidents (E3). */
export async function undelivered(context: Casework, who: Who): Promise<Result<readonly UndeliveredAlert[]>> {
  const casework = { ...context, directory: remember(context.directory) };
  try {
    const records = await casework.store.list({ kind: 'alert', status: 'undelivered', limit: 500 });
    const shown: UndeliveredAlert[] = [];
    for (const alert of records.map(alertOf)) {
      const found = await findFor(casework, who, alert.reference);
      if (!found.ok || found.value.roles.every((role) => role === 'identity-custodian')) continue;
      const person = alert.to.kind === 'person' ? await casework.directory.person(alert.to.oid) : undefined;
      const to = person?.name ?? (alert.to.kind === 'reporter' ? 'the reporter' : 'somebody who has left');
      shown.push({ alertId: alert.id, reference: alert.reference, to, attempts: alert.attempts });
    }
    return done(shown);
  } catch (error) {
    if (error instanceof DirectoryDown) return refused('directory-down');
    throw error;
  }
}
