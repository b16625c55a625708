import type { Alert } from '../alerts/alert.ts';
import type { Change, StoredRecord } from '../store/store.ts';

/** The change that stores an alert. */
export function alertChange(alert: Alert, replaces: number): Change {
  const keys = [`alerts-of:${alert.reference}`];
  const put = { kind: 'alert', id: alert.id, status: alert.status, due: alert.due, keys, body: alert };
  return { put, replaces };
}

export function alertOf(record: StoredRecord): Alert {
  return record.body as Alert;
}
