import type { Alert } from '../alerts/alert.ts';
import { newAlert } from '../alerts/alert.ts';
import { settled } from '../alerts/delivery.ts';
import type { Oid } from '../incidents/roles.ts';
import { exclusion } from './access.ts';
import { alertChange, alertOf } from './alert-record.ts';
import type { Casework } from './casework.ts';
import type { Opened } from './incident-record.ts';
import { readIncident } from './incident-record.ts';
import { peopleOf } from './write-alerts.ts';

/** An alert is passed on at most so often; after that the overdue clock speaks. */
const mostTimes = 3;

/** What is to be done about alerts that nobody opened in time, delivered or not (E3). */
export async function unreadJobs(casework: Casework, limit: number): Promise<readonly (() => Promise<boolean>)[]> {
  const dueBy = casework.now().toISOString();
  const lists = await Promise.all(
    (['delivered', 'undelivered'] as const).map((status) =>
      casework.store.list({ kind: 'alert', status, dueBy, limit }),
    ),
  );
  return lists.flat().map(
    ({ id }) =>
      () =>
        passOn(casework, id),
  );
}

async function passOn(casework: Casework, id: string): Promise<boolean> {
  const record = await casework.store.read('alert', id);
  const at = casework.now().toISOString();
  if (record?.due == null || record.due > at) return false;
  const alert = alertOf(record);
  if (alert.status !== 'delivered' && alert.status !== 'undelivered') return false;
  const next = await nextReaders(casework, alert);
  const fresh = next.map((oid) => {
    const to = { kind: 'person', oid } as const;
    return newAlert(casework.ids.record(), alert.reference, to, 'unread', alert.by, at, alert.passedOn + 1);
  });
  await casework.store.commit([
    alertChange(settled(alert), record.version),
    ...fresh.map((one) => alertChange(one, 0)),
  ]);
  return true;
}

/** Whom to tell instead: the first of lead, case manager and team with somebody who was not told yet. Nobody if one of them has read it. */
async function nextReaders(casework: Casework, alert: Alert): Promise<readonly Oid[]> {
  const opened = await readIncident(casework, alert.reference);
  if (opened === undefined || alert.passedOn >= mostTimes || isOver(casework, opened)) return [];
  const others = (await casework.store.list({ kind: 'alert', key: `alerts-of:${alert.reference}`, limit: 500 })).map(
    alertOf,
  );
  const since = others.filter((other) => other.madeAt >= alert.madeAt && other.to.kind === 'person');
  if (since.some((other) => other.status === 'read') || hasActed(opened, alert)) return [];
  const told = new Set(since.map((other) => (other.to.kind === 'person' ? other.to.oid : '')));
  const excluded = await exclusion(casework, opened);
  for (const role of ['casework-lead', 'case-manager', 'caseworker'] as const) {
    const people = await peopleOf(casework, opened.incident, role, excluded);
    const untold = people.filter((oid) => !told.has(oid));
    if (untold.length > 0) return untold;
  }
  return [];
}

function isOver(casework: Casework, { incident }: Opened): boolean {
  return casework.process.statuses[incident.status].ends;
}

/** Whether somebody of staff did anything since the alert was made. */
function hasActed({ events }: Opened, alert: Alert): boolean {
  return events.some((event) => event.at > alert.madeAt && event.by !== 'reporter' && event.by !== 'clock');
}
