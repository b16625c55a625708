import type { Alert, Recipient } from '../alerts/alert.ts';
import { newAlert } from '../alerts/alert.ts';
import type { AskId } from '../alerts/asks.ts';
import { asks } from '../alerts/asks.ts';
import { asksFor } from '../alerts/happenings.ts';
import { deadlines } from '../incidents/clocks.ts';
import type { Incident, IncidentEvent } from '../incidents/incident.ts';
import type { Oid, Role } from '../incidents/roles.ts';
import type { IsExcluded } from '../people/conflicts.ts';
import { DirectoryDown } from '../people/directory.ts';
import type { Change } from '../store/store.ts';
import { exclusion, freeMembers, holders } from './access.ts';
import { alertChange, alertOf } from './alert-record.ts';
import type { Casework } from './casework.ts';
import type { Opened } from './incident-record.ts';

/**
 * The alerts that events call for, as changes for the same commit (E2). `opened` is as it is after the events. Nobody
 * who is excluded is among the recipients, nor whoever did it.
 */
export async function writeAlerts(
  casework: Casework,
  opened: Pick<Opened, 'incident' | 'reporter'>,
  events: readonly IncidentEvent[],
): Promise<readonly Change[]> {
  const wanted = asksFor(events);
  if (wanted.length === 0) return [];
  try {
    const excluded = await exclusion(casework, opened);
    const changes: Change[] = [];
    for (const ask of wanted) {
      const told = ask === 'report-added-to' ? await toldLately(casework, opened.incident, ask) : nobody;
      for (const to of await recipients(casework, opened.incident, ask, excluded, events))
        if (to.kind !== 'person' || !told.has(to.oid)) changes.push(write(casework, opened.incident, ask, to));
    }
    return changes;
  } catch (error) {
    // What a reporter does is stored whether or not the directory can say whom it concerns; that is asked when it is sent.
    if (!(error instanceof DirectoryDown) || events.some((event) => event.by !== 'reporter')) throw error;
    return wanted.map((ask) => write(casework, opened.incident, ask, { kind: 'audience' }));
  }
}

const nobody: ReadonlySet<Oid> = new Set();
/** Things added one after the other, such as ten screenshots, are one alert for so long (ms), until it is read. */
const oneAlertMs = 10 * 60_000;

/** Who has an alert of this kind about the incident already, not yet read, from a moment ago. */
async function toldLately(casework: Casework, { reference }: Incident, ask: AskId): Promise<ReadonlySet<Oid>> {
  const since = new Date(casework.now().getTime() - oneAlertMs).toISOString();
  const records = await casework.store.list({ kind: 'alert', key: `alerts-of:${reference}`, limit: 500 });
  const open = records.map(alertOf).filter((alert) => alert.ask === ask && alert.madeAt > since && isOpen(alert));
  return new Set(open.flatMap(({ to }) => (to.kind === 'person' ? [to.oid] : [])));
}

function isOpen({ status }: Alert): boolean {
  return status === 'waiting' || status === 'claimed' || status === 'delivered';
}

/** An alert for one person each, in place of one whose audience had to wait for the directory. */
export async function nameAudience(casework: Casework, opened: Opened, ask: AskId): Promise<readonly Change[]> {
  const excluded = await exclusion(casework, opened);
  const people = await recipients(casework, opened.incident, ask, excluded, []);
  return people.map((to) => write(casework, opened.incident, ask, to));
}

function write(casework: Casework, incident: Incident, ask: AskId, to: Recipient): Change {
  const at = casework.now().toISOString();
  const by = deadlines(casework.process, incident, casework.isHoliday).find((row) => row.clock === asks[ask].clock)?.by;
  return alertChange(newAlert(casework.ids.record(), incident.reference, to, ask, by ?? null, at), 0);
}

async function recipients(
  casework: Casework,
  incident: Incident,
  ask: AskId,
  excluded: IsExcluded,
  events: readonly IncidentEvent[],
): Promise<readonly Recipient[]> {
  const roles: readonly Role[] = asks[ask].to;
  if (roles.includes('reporter')) return incident.reporter.level === 'anonymous' ? [] : [{ kind: 'reporter' }];
  const oids = ask === 'overdue' ? await escalation(casework, incident, events, excluded) : [];
  if (ask !== 'overdue') for (const role of roles) oids.push(...(await peopleOf(casework, incident, role, excluded)));
  if (oids.length === 0) oids.push(...(await peopleOf(casework, incident, 'caseworker', excluded)));
  const doer = events[0]?.by;
  return [...new Set(oids)].filter((oid) => oid !== doer).map((oid) => ({ kind: 'person', oid }));
}

/** The first of the roles that the overdue clock names with somebody to tell. */
async function escalation(
  casework: Casework,
  incident: Incident,
  events: readonly IncidentEvent[],
  excluded: IsExcluded,
): Promise<Oid[]> {
  const late = events.find((event) => event.kind === 'clock-raised' && event.step === 'overdue');
  const clock = late?.kind === 'clock-raised' ? late.mark.split('@')[0] : undefined;
  for (const role of casework.process.clocks.find((row) => row.clock === clock)?.escalate ?? []) {
    const people = await peopleOf(casework, incident, role, excluded);
    if (people.length > 0) return [...people];
  }
  return [];
}

/** Those who have a role on the incident and may be told. */
export async function peopleOf(
  casework: Casework,
  incident: Incident,
  role: Role,
  excluded: IsExcluded,
): Promise<readonly Oid[]> {
  const { directory, routing } = casework;
  const team = incident.team === null ? undefined : routing.teams[incident.team];
  if (role === 'casework-lead') return freeMembers(directory, team?.lead ?? undefined, excluded);
  if (role === 'caseworker') {
    const free = await freeMembers(directory, team?.group, excluded);
    return incident.handler !== null && free.includes(incident.handler) ? [incident.handler] : free;
  }
  const holder = holders(incident).find(([held]) => held === role)?.[1];
  const free = holder ? await freeMembers(directory, routing.groups[role], excluded) : [];
  return free.filter((oid) => oid === holder);
}
