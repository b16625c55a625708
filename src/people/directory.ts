import type { Oid } from '../incidents/roles.ts';
import type { Person } from './person.ts';

/** Who is who. Every method throws `DirectoryDown` when the directory cannot be asked. */
export interface Directory {
  person(oid: Oid): Promise<Person | undefined>;
  /** The people whom a name as typed can mean, best first, at most 10; none for a name that says too little. */
  find(typed: string): Promise<readonly Person[]>;
  /** The management line, nearest first, up to the top; a circle in it is cut. Empty for somebody unknown. */
  managersOf(oid: Oid): Promise<readonly Oid[]>;
  /** The members of a group; empty for an unknown one. */
  members(group: string): Promise<readonly Oid[]>;
}

/** The directory did not answer. What must not wait for it goes on without; what needs it is refused for now. */
export class DirectoryDown extends Error {
  override readonly name = 'DirectoryDown';
}
