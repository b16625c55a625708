import type { Party } from '../incidents/incident.ts';
import type { Report } from '../incidents/report-form.ts';
import type { Oid } from '../incidents/roles.ts';
import { matchScore } from '../people/match-name.ts';
import { mentions, possibleNames } from '../people/mentions.ts';
import { nameWords } from '../people/name-words.ts';
import type { Person } from '../people/person.ts';
import { atOnce } from './at-once.ts';
import type { Casework } from './casework.ts';

/** Questions to the directory at most for the texts of one report, and for one name as typed. */
const mostLookups = { texts: 10, name: 5 };
/** Questions to the directory at a time. */
const together = 8;

/**
 * Whom a name as typed can mean, for the conflict check: those whom the directory finds, those of the readers whom it fits,
 * and where there is neither, everybody who has a word of it as a name ("Priya from HR").
 */
export async function peopleMeant({ directory }: Casework, typed: string, readers: readonly Person[]) {
  const found = await directory.find(typed);
  const meant = new Map([...found, ...readers.filter((reader) => matchScore(typed, reader) > 0)].map(byOid));
  if (meant.size > 0) return [...meant.keys()];
  const words = nameWords(typed).filter((word) => word.length >= 3);
  const some = words.length > 1 ? words.slice(0, mostLookups.name) : [];
  const namesakes = (await atOnce(some, together, (word) => directory.find(word))).flat();
  const known = new Set(words);
  const isNamed = (person: Person) => nameWords(person.name).some((word) => known.has(word));
  return [...new Map([...namesakes, ...readers].filter(isNamed).map(byOid)).keys()];
}

/**
 * Parties for the people whom the free text of a report names, `known` and the reporter of a named report left out. Like a
 * name that may mean several people, each keeps whom it may mean from the report until a caseworker settles it.
 */
export async function mentionedParties(
  { directory }: Casework,
  report: Report,
  readers: readonly Person[],
  known: readonly (Oid | null)[],
): Promise<readonly Party[]> {
  const texts = [report.happened, report.wanted, report.platform, report.when, ...report.links].filter(
    (text) => text !== null,
  );
  const isMentioned = mentions(texts.join(' \n '));
  const names = possibleNames(texts, mostLookups.texts);
  const found = (await atOnce(names, together, (name) => directory.find(name))).flat();
  const people = new Map([...found, ...readers].filter(isMentioned).map(byOid));
  const parties = new Map<string, Party>();
  for (const { oid, name } of people.values()) {
    if (known.includes(oid)) continue;
    const others = parties.get(name)?.candidates ?? [];
    parties.set(name, { part: 'mentioned', name, oid: null, candidates: [...others, oid] });
  }
  return [...parties.values()];
}

/** Everybody of the directory's groups who may come to read some report. */
export async function possibleReaders({ routing, directory }: Casework): Promise<readonly Person[]> {
  const teams = Object.values(routing.teams).flatMap(({ group, lead }) => [group, lead]);
  const groups = new Set([...teams, ...Object.values(routing.groups)].filter((group) => group != null));
  const oids = (await atOnce([...groups], together, (group) => directory.members(group))).flat();
  const people = await atOnce([...new Set(oids)], together, (oid) => directory.person(oid));
  return people.filter((person) => person !== undefined);
}

function byOid(person: Person): [Oid, Person] {
  return [person.oid, person];
}
