import type { Incident, IncidentEvent } from '../incidents/incident.ts';
import type { Oid } from '../incidents/roles.ts';
import { chooseTeam } from '../incidents/route.ts';
import type { IsExcluded } from '../people/conflicts.ts';
import { exclusion, freeMembers } from './access.ts';
import type { Casework } from './casework.ts';
import type { Opened } from './incident-record.ts';

/** The event that routes an incident, or null while everybody who could take it is excluded. */
export async function chooseRoute(
  casework: Casework,
  opened: Pick<Opened, 'incident' | 'reporter'>,
): Promise<IncidentEvent | null> {
  const { routing, directory } = casework;
  const { incident } = opened;
  const excluded = await exclusion(casework, opened);
  const own = routing.routes[incident.personType];
  const free = new Map<string, readonly Oid[]>();
  for (const team of [own.team, ...routing.independent])
    free.set(team, await freeMembers(directory, routing.teams[team]?.group, excluded));
  const choice = chooseTeam(routing, incident.personType, (team) => free.get(team) ?? []);
  if (choice.team === null) return null;
  const manager = choice.why === 'person type' ? await caseManager(casework, incident, excluded) : null;
  const at = casework.now().toISOString();
  const { personType } = incident;
  return { kind: 'routed', at, by: 'clock', team: choice.team, caseManager: manager, personType, why: choice.why };
}

/** A case manager only where the route has one and the reporter was told that there may be (E4). */
export async function caseManager(casework: Casework, incident: Incident, excluded: IsExcluded): Promise<Oid | null> {
  const { routing, directory } = casework;
  if (!routing.routes[incident.personType].caseManager || !incident.report.managersTold) return null;
  return (await freeMembers(directory, routing.groups['case-manager'], excluded))[0] ?? null;
}
