import { deadlines } from '../incidents/clocks.ts';
import { evolve, fold } from '../incidents/evolve.ts';
import type { Incident, IncidentEvent } from '../incidents/incident.ts';
import type { Oid } from '../incidents/roles.ts';
import type { Change, StoredRecord } from '../store/store.ts';
import type { Casework } from './casework.ts';
import { readIdentity, reporterKey } from './identity.ts';

/** An incident as read: its history, what the history makes, and the version that a change must name. */
export interface Opened {
  readonly events: readonly IncidentEvent[];
  readonly incident: Incident;
  readonly version: number;
  /** The reporter's id where one is kept: for the conflict check alone, never to be shown. */
  readonly reporter: Oid | null;
}

export async function readIncident(casework: Casework, reference: string): Promise<Opened | undefined> {
  // Both at once, whatever the level, so that the answer takes as long for each.
  const [record, identity] = await Promise.all([
    casework.store.read('incident', reference),
    readIdentity(casework, reference),
  ]);
  return record && fromRecord(record, identity?.oid ?? null);
}

/** The same from a record of a list; only a confidential report's identity has to be looked up. */
export async function openRecord(casework: Casework, record: StoredRecord): Promise<Opened> {
  const opened = fromRecord(record, null);
  if (opened.incident.reporter.level !== 'confidential') return opened;
  return { ...opened, reporter: (await readIdentity(casework, record.id))?.oid ?? null };
}

function fromRecord(record: StoredRecord, reporter: Oid | null): Opened {
  const { events } = record.body as { events: readonly IncidentEvent[] };
  const incident = fold(events);
  if (incident === undefined) throw new Error(`Incident ${record.id} has no history.`);
  const named = incident.reporter.level === 'named' ? incident.reporter.oid : reporter;
  return { events, incident, version: record.version, reporter: named };
}

/** The incident after more events, and the change that stores them. */
export function append(
  casework: Casework,
  opened: Opened | { readonly reporter: Oid | null },
  events: readonly IncidentEvent[],
): { opened: Opened; change: Change } {
  const before = 'incident' in opened ? opened : undefined;
  const all = [...(before?.events ?? []), ...events];
  const incident = events.reduce<Incident | undefined>(evolve, before?.incident);
  if (incident === undefined) throw new Error('An incident cannot be stored without a history.');
  const replaces = before?.version ?? 0;
  const put = {
    kind: 'incident',
    id: incident.reference,
    status: incident.status,
    due: nextDue(casework, incident),
    keys: keysOf(casework, incident),
    body: { events: all },
  };
  return {
    opened: { events: all, incident, version: replaces + 1, reporter: opened.reporter },
    change: { put, replaces },
  };
}

/** The look-up keys: its team's open or ended incidents, the new ones that nobody has taken, and those of everybody with a part. */
function keysOf(casework: Casework, incident: Incident): readonly string[] {
  const phase = casework.process.statuses[incident.status].ends ? 'ended' : 'open';
  const held = [incident.caseManager, incident.handler, ...incident.duties.map(({ oid }) => oid)];
  const holders = new Set(held.filter((oid) => oid !== null && !incident.recused.includes(oid)));
  const team = incident.team ?? 'none';
  const fresh = incident.handler === null && phase === 'open' ? [`team:${team}:new`] : [];
  const own = incident.reporter.level === 'named' ? [reporterKey(incident.reporter.oid)] : [];
  const named = [...new Set(incident.parties.flatMap(({ oid }) => oid ?? []))].map(partyKey);
  return [`team:${team}:${phase}`, ...own, ...named, ...fresh, ...[...holders].map((oid) => `holder:${oid}:${phase}`)];
}

/** Where the incidents that name somebody are found, for a subject access request. */
export function partyKey(oid: Oid): string {
  return `party:${oid}`;
}

/** An incident without a team is routed again after this long. */
const retryRouteMs = 15 * 60_000;

/** When the scheduler has to look at it next: a reminder, a deadline, a check-in, or at once while it has no team. */
export function nextDue(casework: Casework, incident: Incident): string | null {
  if (incident.team === null) return new Date(casework.now().getTime() + retryRouteMs).toISOString();
  const raised = new Set(incident.raised);
  const times = deadlines(casework.process, incident, casework.isHoliday).flatMap((deadline) => {
    if (raised.has(markOf(deadline, 'overdue'))) return [];
    return raised.has(markOf(deadline, 'reminder')) ? [deadline.by] : [deadline.remindAt];
  });
  return [...times, ...checkInTimes(casework, incident).map(({ at }) => at)].sort()[0] ?? null;
}

/** What tells one reminder or escalation of one deadline from all others; a moved deadline is a new one. */
export function markOf(
  deadline: { readonly clock: string; readonly by: string },
  step: 'reminder' | 'overdue',
): string {
  return `${deadline.clock}@${deadline.by}:${step}`;
}

/** The retaliation check-ins still to come, for a reporter who can be asked. */
export function checkInTimes(casework: Casework, incident: Incident): readonly { day: number; at: string }[] {
  return casework.process.checkIns.days
    .filter((day) => !incident.checkIns.includes(day))
    .map((day) => ({ day, at: new Date(Date.parse(incident.reportedAt) + day * 86_400_000).toISOString() }));
}
