import { noticeOf } from '../alerts/alert.ts';
import type { AlertNotice } from '../alerts/courier.ts';
import { alertOf } from './alert-record.ts';
import type { Casework, Who } from './casework.ts';

/**
 * The alert by which somebody has just opened an incident or their own report, so that its card can say so; null if it was
 * for somebody else, or for another reference.
 */
export async function openedAlert(
  casework: Casework,
  who: Who,
  reference: string,
  alertId: string,
): Promise<AlertNotice | null> {
  const record = alertId === '' ? undefined : await casework.store.read('alert', alertId);
  if (record === undefined) return null;
  const alert = alertOf(record);
  const isTheirs = alert.to.kind === 'person' ? alert.to.oid === who.oid : alert.to.kind === 'reporter';
  return isTheirs && alert.reference === reference ? noticeOf(alert) : null;
}
