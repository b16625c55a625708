import type { Role } from '../incidents/roles.ts';
import { DirectoryDown } from '../people/directory.ts';
import { remember } from '../people/remember.ts';
import { isStaff } from './access.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';

/** What somebody is to the process at large: which doors to show them. It opens none; each incident is looked at anew. */
export interface Standing {
  /** In a team that takes reports, in its lead, or in a group from which people are chosen for an incident. */
  readonly works: boolean;
  readonly informationGovernance: boolean;
}

/** Groups whose members look at figures or identities, and at no incident. */
const apart: readonly Role[] = ['information-governance', 'identity-custodian'];

export async function standing(context: Casework, who: Who): Promise<Result<Standing>> {
  const { teams, groups } = context.routing;
  const directory = remember(context.directory);
  const isIn = async (group: string | null | undefined) =>
    group != null && (await directory.members(group)).includes(who.oid);
  try {
    if (!(await isStaff(context, who))) return refused('not-yours');
    const working = [
      ...Object.values(teams).flatMap(({ group, lead }) => [group, lead]),
      ...Object.entries(groups).flatMap(([role, group]) => (apart.includes(role as Role) ? [] : [group])),
    ];
    const found = await Promise.all(working.map(isIn));
    return done({
      works: found.some(Boolean),
      informationGovernance: await isIn(groups['information-governance']),
    });
  } catch (error) {
    if (error instanceof DirectoryDown) return refused('directory-down');
    throw error;
  }
}
