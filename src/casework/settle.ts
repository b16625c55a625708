import type { Incident, IncidentEvent } from '../incidents/incident.ts';
import { exclusion, freeMembers } from './access.ts';
import type { Casework } from './casework.ts';
import { caseManager, chooseRoute } from './choose-route.ts';
import type { Opened } from './incident-record.ts';
import { append } from './incident-record.ts';

/**
 * What must follow from events that change whom an incident concerns: another team when nobody of this one is left or the
 * person complained of is of another type, another case manager when theirs is excluded now. The clocks run on (D4).
 */
export async function settle(
  casework: Casework,
  opened: Opened,
  events: readonly IncidentEvent[],
): Promise<readonly IncidentEvent[]> {
  const after = append(casework, opened, events).opened;
  const { incident } = after;
  if (casework.process.statuses[incident.status].ends) return [];
  const excluded = await exclusion(casework, after);
  const { directory, routing } = casework;
  const team = incident.team === null ? undefined : routing.teams[incident.team];
  const left = await freeMembers(directory, team?.group, excluded);
  if (left.length === 0 || isOtherType(casework, opened.incident, incident)) {
    const route = await chooseRoute(casework, after);
    if (route?.kind === 'routed' && route.team !== incident.team) return [route];
  }
  const lost = opened.incident.caseManager !== null && (await excluded(opened.incident.caseManager));
  const next = lost ? await caseManager(casework, incident, excluded) : null;
  return next === null
    ? []
    : [{ kind: 'assigned', at: casework.now().toISOString(), by: 'clock', role: 'case-manager', oid: next }];
}

function isOtherType({ routing }: Casework, before: Incident, after: Incident): boolean {
  return routing.routes[before.personType].team !== routing.routes[after.personType].team;
}
