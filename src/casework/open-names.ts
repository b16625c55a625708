import type { Oid } from '../incidents/roles.ts';
import { DirectoryDown } from '../people/directory.ts';
import type { Person } from '../people/person.ts';
import { remember } from '../people/remember.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import type { FoundPerson } from './find-people.ts';
import type { Proof } from './my-reports.ts';
import { findOwn } from './my-reports.ts';

/** A name of a report which may mean somebody that its reporter can tell. */
export interface OpenName {
  readonly part: GivenPart;
  /** As it was typed. */
  readonly name: string;
  readonly people: readonly FoundPerson[];
}

/** The parts in which a reporter names people, in the order in which they are asked about. */
export const givenParts = ['subject', 'target', 'witness'] as const;
export type GivenPart = (typeof givenParts)[number];

/** People offered for one name at most; a name that may mean more of them is left to the caseworkers. */
const most = 40;

/** The names of somebody's own report that are still to be settled. The whole name of one person needs no asking. */
export async function openNames(
  context: Casework,
  who: Who,
  reference: string,
  proof: Proof = {},
): Promise<Result<readonly OpenName[]>> {
  const casework = { ...context, directory: remember(context.directory) };
  const found = await findOwn(casework, who, reference, proof);
  if (!found.ok) return found;
  const { parties } = found.value.incident;
  const given = givenParts.flatMap((part) =>
    parties.filter((one) => one.part === part).map((party) => ({ party, part })),
  );
  try {
    const names = await Promise.all(
      given.map(async ({ part, party: { name, oid, candidates } }) => {
        const people = oid === null ? await peopleOf(casework, candidates) : [];
        return { part, name, people };
      }),
    );
    return done(names.filter(isOpen).map(({ people, ...name }) => ({ ...name, people: people.map(shown) })));
  } catch (error) {
    if (error instanceof DirectoryDown) return refused('directory-down');
    throw error;
  }
}

async function peopleOf({ directory }: Casework, oids: readonly Oid[]): Promise<readonly Person[]> {
  const people = await Promise.all(oids.map((oid) => directory.person(oid)));
  return people.filter((person) => person !== undefined && !person.left) as readonly Person[];
}

function isOpen({ name, people }: { readonly name: string; readonly people: readonly Person[] }): boolean {
  const [only, another] = people;
  return only !== undefined && people.length <= most && (another !== undefined || !isSame(name, only.name));
}

function shown({ oid, name, title }: Person): FoundPerson {
  return { oid, name, title };
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
