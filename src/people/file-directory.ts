import type { Oid } from '../incidents/roles.ts';
import type { Directory } from './directory.ts';
import { matchScore } from './match-name.ts';
import type { Person } from './person.ts';

export interface ListedPerson extends Person {
  readonly manager: Oid | null;
  readonly groups: readonly string[];
}

/** A directory from a list of people: the local run, and small organisations without Entra groups. */
export function fileDirectory(people: readonly ListedPerson[]): Directory {
  const byOid = new Map(people.map((person) => [person.oid, person]));
  return {
    person: async (oid) => byOid.get(oid),
    find: async (typed) =>
      people
        .map((person) => ({ person, score: matchScore(typed, person) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || a.person.name.localeCompare(b.person.name))
        .slice(0, 10)
        .map(({ person }) => person),
    managersOf: async (oid) => lineAbove(oid, (below) => byOid.get(below)?.manager ?? null),
    members: async (group) => people.filter((person) => person.groups.includes(group)).map((person) => person.oid),
  };
}

function lineAbove(oid: Oid, managerOf: (oid: Oid) => Oid | null): readonly Oid[] {
  const line: Oid[] = [];
  for (let next = managerOf(oid); next !== null && next !== oid && !line.includes(next); next = managerOf(next))
    line.push(next);
  return line;
}
