import { read } from '../alerts/delivery.ts';
import { Conflict } from '../store/store.ts';
import { alertChange, alertOf } from './alert-record.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import { findFor, readAudited } from './open-incident.ts';

/**
 * Somebody has told the reader of an alert that no channel could deliver: it leaves the list of the undelivered (E3). For
 * those who see that list; `not-found` for any other alert.
 */
export async function toldByHand(
  context: Casework,
  who: Who,
  alertId: string,
): Promise<Result<{ readonly reference: string }>> {
  const record = await context.store.read('alert', alertId);
  const alert = record === undefined ? undefined : alertOf(record);
  const found = await findFor(context, who, alert?.reference ?? '');
  if (!found.ok) return found;
  const { casework, opened, roles } = found.value;
  if (record === undefined || alert?.status !== 'undelivered') return refused('not-found');
  if (roles.every((role) => role === 'identity-custodian')) return refused('not-found');
  try {
    await casework.store.commit([alertChange(read(alert), record.version)]);
  } catch (error) {
    // Another has told them, or it was passed on: the next look at the list shows which.
    if (!(error instanceof Conflict)) throw error;
  }
  await readAudited(casework, who, opened, 'incident.told-by-hand');
  return done({ reference: opened.incident.reference });
}
