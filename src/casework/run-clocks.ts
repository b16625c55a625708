import { deadlines } from '../incidents/clocks.ts';
import type { IncidentEvent } from '../incidents/incident.ts';
import { remember } from '../people/remember.ts';
import type { Casework } from './casework.ts';
import { chooseRoute } from './choose-route.ts';
import { commitAudited, commitIncident } from './commit-incident.ts';
import { eachOf } from './each-of.ts';
import type { Opened } from './incident-record.ts';
import { append, checkInTimes, markOf, readIncident } from './incident-record.ts';
import { personTypeOf, resolveParties } from './name-parties.ts';
import { unreadJobs } from './pass-on.ts';

/** Rounds of one call at most, so that a service that ends is not kept waiting. */
const mostRounds = 50;

/**
 * Does what is due, `limit` incidents a round, until nothing is: routes what waits for a route, raises reminders and overdue
 * deadlines, asks about retaliation, passes on unread alerts. Each is an event in the incident's own commit, so that it
 * happens once however many replicas run this and whenever they stop. Returns how many records it changed.
 */
export async function runClocks(context: Casework, limit = 100): Promise<number> {
  let changed = 0;
  for (let rounds = 0; rounds < mostRounds; rounds++) {
    const now = await runRound({ ...context, directory: remember(context.directory) }, limit);
    changed += now;
    if (now < limit) break;
  }
  return changed;
}

async function runRound(casework: Casework, limit: number): Promise<number> {
  const dueBy = casework.now().toISOString();
  const due = await casework.store.list({ kind: 'incident', dueBy, limit });
  const unread = await unreadJobs(casework, limit);
  return eachOf([
    ...due.map(
      ({ id }) =>
        () =>
          tick(casework, id),
    ),
    ...unread,
  ]);
}

async function tick(casework: Casework, reference: string): Promise<boolean> {
  const opened = await readIncident(casework, reference);
  if (opened === undefined) return false;
  const events = opened.incident.team === null ? await lateRoute(casework, opened) : clockEvents(casework, opened);
  if (events.length > 0) await commitIncident(casework, opened, events);
  else await commitAudited(casework, append(casework, opened, []).change, [], []);
  return true;
}

/** The route of an incident that has none yet, once the names in it are looked up. */
async function lateRoute(casework: Casework, opened: Opened): Promise<readonly IncidentEvent[]> {
  const named = await resolveParties(casework, opened);
  const known = append(casework, opened, named).opened;
  const { incident } = known;
  const subjects = incident.parties.filter(({ part }) => part === 'subject');
  const personType = await personTypeOf(casework.directory, subjects, incident.report.relation);
  const route = await chooseRoute(casework, { ...known, incident: { ...incident, personType } });
  return route === null ? named : [...named, route];
}

function clockEvents(casework: Casework, { incident }: Opened): readonly IncidentEvent[] {
  const at = casework.now().toISOString();
  const raised = deadlines(casework.process, incident, casework.isHoliday).flatMap((deadline): IncidentEvent[] => {
    const step = deadline.by <= at ? 'overdue' : 'reminder';
    const mark = markOf(deadline, step);
    if (deadline.remindAt > at || incident.raised.includes(mark)) return [];
    return [{ kind: 'clock-raised', at, by: 'clock', mark, step }];
  });
  const asked = checkInTimes(casework, incident)
    .filter((checkIn) => checkIn.at <= at)
    .map(({ day }): IncidentEvent => ({ kind: 'check-in-asked', at, by: 'clock', day }));
  return [...raised, ...asked];
}
