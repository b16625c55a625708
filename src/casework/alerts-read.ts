import { read } from '../alerts/delivery.ts';
import { Conflict } from '../store/store.ts';
import { alertChange, alertOf } from './alert-record.ts';
import type { Casework, Who } from './casework.ts';

/** Marks somebody's alerts of one incident as read. Another replica changing one of them meanwhile is no matter. */
export async function alertsRead(casework: Casework, who: Who, reference: string): Promise<void> {
  const records = await casework.store.list({ kind: 'alert', key: `alerts-of:${reference}`, limit: 500 });
  for (const record of records) {
    const alert = alertOf(record);
    if (alert.to.kind !== 'person' || alert.to.oid !== who.oid) continue;
    if (alert.status === 'read' || alert.status === 'cancelled') continue;
    try {
      await casework.store.commit([alertChange(read(alert), record.version)]);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
}
