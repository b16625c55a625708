import type { Alert, Attempt } from '../alerts/alert.ts';
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

/** Incidents that are looked into at a time. */
const together = 16;

/** The alerts that reached nobody, as far as this person may know of their incidents (E3); about `most` at most. */
export async function undelivered(
  context: Casework,
  who: Who,
  most = 500,
): Promise<Result<readonly UndeliveredAlert[]>> {
  const casework = { ...context, directory: remember(context.directory) };
  try {
    const alerts = (await casework.store.list({ kind: 'alert', status: 'undelivered', limit: 500 })).map(alertOf);
    const shown: UndeliveredAlert[] = [];
    for (let from = 0; from < alerts.length && shown.length < most; from += together) {
      const some = alerts.slice(from, from + together);
      shown.push(...(await Promise.all(some.map((alert) => show(casework, who, alert)))).flat());
    }
    return done(shown.slice(0, most));
  } catch (error) {
    if (error instanceof DirectoryDown) return refused('directory-down');
    throw error;
  }
}

async function show(casework: Casework, who: Who, alert: Alert): Promise<readonly UndeliveredAlert[]> {
  const found = await findFor(casework, who, alert.reference);
  if (!found.ok || found.value.roles.every((role) => role === 'identity-custodian')) return [];
  const person = alert.to.kind === 'person' ? await casework.directory.person(alert.to.oid) : undefined;
  const to = person?.name ?? (alert.to.kind === 'reporter' ? 'the reporter' : 'somebody who has left');
  return [{ alertId: alert.id, reference: alert.reference, to, attempts: alert.attempts }];
}
