import type { Incident, Party } from '../incidents/incident.ts';
import type { Oid, Role } from '../incidents/roles.ts';
import type { IsExcluded } from '../people/conflicts.ts';
import { conflicts } from '../people/conflicts.ts';
import type { Directory } from '../people/directory.ts';
import type { Casework, Who } from './casework.ts';
import type { Opened } from './incident-record.ts';

/** The roles that somebody has on an incident; none for whoever must not know that it exists. */
export async function rolesOn(casework: Casework, opened: Opened, who: Who): Promise<readonly Role[]> {
  const excluded = await exclusion(casework, opened);
  if (!(await isStaff(casework, who)) || (await excluded(who.oid))) return [];
  return heldRoles(casework, opened.incident, who.oid);
}

/** Whether this is somebody of the directory, of the tenant they act in, who still works here. */
export async function isStaff(casework: Casework, who: Who): Promise<boolean> {
  if (!casework.tenants.includes(who.tenant)) return false;
  const person = await casework.directory.person(who.oid);
  return person !== undefined && !person.left && person.tenant === who.tenant;
}

/** Who must not know of an incident, by the directory as it is now. */
export async function exclusion(
  casework: Casework,
  { incident, reporter }: Pick<Opened, 'incident' | 'reporter'>,
): Promise<IsExcluded> {
  const oids = (wanted: boolean) =>
    incident.parties
      .filter((party) => possibleSubject(incident, party) === wanted)
      .flatMap((party) => (party.oid === null ? party.candidates : [party.oid]));
  return conflicts(casework.directory, {
    subjects: oids(true),
    others: [...oids(false), ...(reporter === null ? [] : [reporter])],
    recused: incident.recused,
  });
}

/**
 * Whether somebody may be the person complained of: while the directory knows nobody of those given as such, it can be
 * anybody named in the text. Otherwise those in the text are kept from it, but not everybody below them: a report that
 * mentions the chief executive would reach nobody.
 */
function possibleSubject({ parties }: Incident, party: Party): boolean {
  if (party.part !== 'mentioned') return party.part === 'subject';
  return !parties.some(({ part, oid, candidates }) => part === 'subject' && (oid !== null || candidates.length > 0));
}

/** Those of a directory group who can be asked to do something: not excluded, and still here. */
export async function freeMembers(
  directory: Directory,
  group: string | undefined,
  excluded: IsExcluded,
): Promise<readonly Oid[]> {
  const free: Oid[] = [];
  for (const oid of group === undefined ? [] : await directory.members(group)) {
    const person = await directory.person(oid);
    if (person !== undefined && !person.left && !(await excluded(oid))) free.push(oid);
  }
  return free;
}

async function heldRoles(casework: Casework, incident: Incident, oid: Oid): Promise<readonly Role[]> {
  const { routing, directory } = casework;
  const roles: Role[] = [];
  const inGroup = async (group: string | undefined) =>
    group !== undefined && (await directory.members(group)).includes(oid);
  const team = incident.team === null ? undefined : routing.teams[incident.team];
  const leads = await inGroup(team?.lead ?? undefined);
  if (leads || (await inGroup(team?.group))) roles.push('caseworker');
  if (leads) roles.push('casework-lead');
  for (const [role, holder] of holders(incident))
    if (holder === oid && (await inGroup(routing.groups[role]))) roles.push(role);
  if (await inGroup(routing.groups['identity-custodian'])) roles.push('identity-custodian');
  return roles;
}

/** Who holds which part by name. */
export function holders(incident: Incident): readonly (readonly [Role, Oid | null])[] {
  return [
    ['case-manager', incident.caseManager],
    ['investigator', 'investigator' in incident ? incident.investigator : null],
    ['decision-maker', 'decisionMaker' in incident ? incident.decisionMaker : null],
    ['appeal-officer', 'appealOfficer' in incident ? incident.appealOfficer : null],
  ];
}
