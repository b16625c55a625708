import type { Deadline } from '../incidents/clocks.ts';
import { deadlines } from '../incidents/clocks.ts';
import type { Status } from '../incidents/incident.ts';
import { DirectoryDown } from '../people/directory.ts';
import { remember } from '../people/remember.ts';
import type { StoredRecord } from '../store/store.ts';
import { isStaff, rolesOn } from './access.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import { nameOf } from './history.ts';
import { openRecord } from './incident-record.ts';

/** Which incidents to list. `mine`: those with a part for this person, and new ones of their team; `team`: all of the team's. */
export interface IncidentFilter {
  readonly whose?: 'mine' | 'team';
  readonly phase?: 'open' | 'ended';
  readonly status?: Status;
  /** Only those with something to do at or before this instant (ISO). */
  readonly dueBy?: string;
  /** Go on after the last row of the page before. */
  readonly after?: Cursor;
  /** Rows on a page; 20 unless told, 100 at most. */
  readonly limit?: number;
}

export interface Cursor {
  readonly due: string | null;
  readonly id: string;
}

/** One incident in a list: nothing of its content. */
export interface IncidentRow {
  readonly reference: string;
  readonly status: Status;
  readonly statusLabel: string;
  readonly reportedAt: string;
  readonly next: Deadline | null;
  readonly overdue: boolean;
  readonly urgency: string | null;
  readonly taken: boolean;
  /** Who took it, by name, or null. */
  readonly handler: string | null;
}

export interface IncidentPage {
  readonly rows: readonly IncidentRow[];
  /** To go on with, or null when this was the last page. */
  readonly more: Cursor | null;
}

/** The incidents that somebody may act on, soonest due first. Those they must not know of are in no page and no count. */
export async function myIncidents(
  context: Casework,
  who: Who,
  filter: IncidentFilter = {},
): Promise<Result<IncidentPage>> {
  const casework = { ...context, directory: remember(context.directory) };
  try {
    if (!(await isStaff(casework, who))) return refused('not-yours');
    return done(await page(casework, who, filter));
  } catch (error) {
    if (error instanceof DirectoryDown) return refused('directory-down');
    throw error;
  }
}

async function page(casework: Casework, who: Who, filter: IncidentFilter): Promise<IncidentPage> {
  const limit = Math.min(filter.limit ?? 20, 100);
  const keys = await keysFor(casework, who, filter);
  const rows: IncidentRow[] = [];
  let after = filter.after;
  for (;;) {
    const records = await nextRecords(casework, keys, filter, after, limit + 1);
    for (const record of records) {
      const row = await rowFor(casework, who, record);
      if (row && rows.length === limit) return { rows, more: after ?? null };
      if (row) rows.push(row);
      after = { due: record.due, id: record.id };
    }
    if (records.length <= limit) return { rows, more: null };
  }
}

/** The next records under any of the keys, each once, in the order of the store: soonest first, those without a due time last. */
async function nextRecords(
  casework: Casework,
  keys: readonly string[],
  { status, dueBy }: IncidentFilter,
  after: Cursor | undefined,
  limit: number,
): Promise<readonly StoredRecord[]> {
  const more = { ...(status && { status }), ...(dueBy && { dueBy }), ...(after && { after }), limit };
  const lists = await Promise.all(keys.map((key) => casework.store.list({ kind: 'incident', key, ...more })));
  const once = new Map(lists.flat().map((record) => [record.id, record]));
  return [...once.values()].sort(bySoonest).slice(0, limit);
}

function bySoonest(a: StoredRecord, b: StoredRecord): number {
  const [one, other] = [`${a.due ?? '~'} ${a.id}`, `${b.due ?? '~'} ${b.id}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

async function keysFor(casework: Casework, who: Who, filter: IncidentFilter): Promise<readonly string[]> {
  const phase = filter.phase ?? 'open';
  const whole = filter.whose === 'team' || phase === 'ended';
  const keys = [`holder:${who.oid}:${phase}`];
  for (const [id, team] of Object.entries(casework.routing.teams))
    for (const group of [team.group, ...(team.lead === null ? [] : [team.lead])])
      if ((await casework.directory.members(group)).includes(who.oid)) keys.push(`team:${id}:${whole ? phase : 'new'}`);
  return [...new Set(keys)];
}

async function rowFor(casework: Casework, who: Who, record: StoredRecord): Promise<IncidentRow | null> {
  const opened = await openRecord(casework, record);
  const roles = await rolesOn(casework, opened, who);
  if (roles.every((role) => role === 'identity-custodian')) return null;
  const { incident } = opened;
  const next = deadlines(casework.process, incident, casework.isHoliday)[0] ?? null;
  return {
    ...{ reference: incident.reference, status: incident.status, reportedAt: incident.reportedAt, next },
    statusLabel: casework.process.statuses[incident.status].label,
    overdue: next !== null && next.by < casework.now().toISOString(),
    urgency: 'triage' in incident ? incident.triage.urgency : null,
    taken: incident.handler !== null,
    handler: incident.handler === null ? null : await nameOf(casework, incident.handler),
  };
}
