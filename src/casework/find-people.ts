import { DirectoryDown } from '../people/directory.ts';
import { isStaff } from './access.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';

/** Somebody whom a typed name can mean, as offered to whoever typed it. */
export interface FoundPerson {
  readonly oid: string;
  readonly name: string;
  readonly title: string | null;
}

/** The people of the directory whom a typed name can mean, best first, at most 10; for members of the organisation only. */
export async function findPeople(casework: Casework, who: Who, typed: string): Promise<Result<readonly FoundPerson[]>> {
  try {
    if (!(await isStaff(casework, who))) return refused('not-yours');
    const people = await casework.directory.find(typed.slice(0, 120));
    return done(people.filter(({ left }) => !left).map(({ oid, name, title }) => ({ oid, name, title })));
  } catch (error) {
    if (error instanceof DirectoryDown) return refused('directory-down');
    throw error;
  }
}
