import type { Alert } from '../alerts/alert.ts';
import { noticeOf } from '../alerts/alert.ts';
import { asks } from '../alerts/asks.ts';
import type { AlertNotice, Channel, Delivery } from '../alerts/courier.ts';
import { cancelled, claimed, delivered } from '../alerts/delivery.ts';
import { addWorkingDays } from '../incidents/clocks.ts';
import type { Oid } from '../incidents/roles.ts';
import { DirectoryDown } from '../people/directory.ts';
import type { Change } from '../store/store.ts';
import { Conflict } from '../store/store.ts';
import { exclusion } from './access.ts';
import { alertChange, alertOf } from './alert-record.ts';
import type { Casework } from './casework.ts';
import type { Opened } from './incident-record.ts';
import { readIncident } from './incident-record.ts';
import { nameAudience } from './write-alerts.ts';

/** An alert in this replica's hands, until its lease ends: whom to tell, on which channel, what. */
export interface ClaimedAlert {
  readonly alertId: string;
  /** Names this claim in `recordDelivery`. */
  readonly version: number;
  readonly oid: Oid;
  readonly channel: Channel;
  readonly notice: AlertNotice;
}

/** The ids of alerts to be sent now, oldest first: those that wait, and those whose replica died with them. */
export async function dueAlerts(casework: Casework, limit = 50): Promise<readonly string[]> {
  const dueBy = casework.now().toISOString();
  const [waiting, left] = await Promise.all([
    casework.store.list({ kind: 'alert', status: 'waiting', dueBy, limit }),
    casework.store.list({ kind: 'alert', status: 'claimed', dueBy, limit }),
  ]);
  return [...left, ...waiting].slice(0, limit).map((record) => record.id);
}

/**
 * Takes an alert to send it. Undefined when another replica was quicker, when it is not due, or when its reader may no
 * longer know of the incident: then it is cancelled. While the directory is down it stays as it is.
 */
export async function claimAlert(casework: Casework, alertId: string): Promise<ClaimedAlert | undefined> {
  const record = await casework.store.read('alert', alertId);
  if (record === undefined || !isDue(casework, alertOf(record))) return undefined;
  const alert = alertOf(record);
  try {
    const opened = await readIncident(casework, alert.reference);
    const { oid, instead } = await readerOf(casework, opened, alert);
    const next = oid === null ? cancelled(alert) : claimed(alert, casework.now().toISOString());
    await casework.store.commit([alertChange(next, record.version), ...instead]);
    if (oid === null) return undefined;
    return { alertId, version: record.version + 1, oid, channel: alert.channel, notice: noticeOf(alert) };
  } catch (error) {
    if (error instanceof Conflict || error instanceof DirectoryDown) return undefined;
    throw error;
  }
}

/** Records what the channel said. False when the claim had run out and another replica has it. */
export async function recordDelivery(casework: Casework, claim: ClaimedAlert, delivery: Delivery): Promise<boolean> {
  const record = await casework.store.read('alert', claim.alertId);
  if (record === undefined || record.version !== claim.version) return false;
  try {
    const alert = alertOf(record);
    const at = casework.now().toISOString();
    const next = delivered(alert, delivery, at, unreadBy(casework, alert, at));
    await casework.store.commit([alertChange(next, record.version)]);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

/** When an alert that nobody opened is passed on: at the end of a working day, or never. */
function unreadBy(casework: Casework, alert: Alert, at: string): string | null {
  const days = alert.to.kind === 'reporter' ? null : asks[alert.ask].unread;
  return days === null ? null : addWorkingDays(at, days, casework.isHoliday);
}

function isDue(casework: Casework, alert: Alert): boolean {
  const sendable = alert.status === 'waiting' || alert.status === 'claimed';
  return sendable && alert.due !== null && alert.due <= casework.now().toISOString();
}

/** Who is to read it, if they still may; or the alerts to be sent in its place, one a person. */
async function readerOf(
  casework: Casework,
  opened: Opened | undefined,
  { to, ask }: Alert,
): Promise<{ oid: Oid | null; instead: readonly Change[] }> {
  if (opened === undefined) return { oid: null, instead: [] };
  if (to.kind === 'audience') return { oid: null, instead: await nameAudience(casework, opened, ask) };
  if (to.kind === 'reporter') return { oid: opened.reporter, instead: [] };
  return { oid: (await mayBeTold(casework, opened, to.oid)) ? to.oid : null, instead: [] };
}

async function mayBeTold(casework: Casework, opened: Opened, oid: Oid): Promise<boolean> {
  const person = await casework.directory.person(oid);
  const excluded = await exclusion(casework, opened);
  return person !== undefined && !person.left && !(await excluded(oid));
}
