import type { CheckedReport } from '../incidents/check-report.ts';
import type { IncidentEvent, Party } from '../incidents/incident.ts';
import type { Level, NamedPerson } from '../incidents/report-form.ts';
import type { Oid, PersonType } from '../incidents/roles.ts';
import type { Directory } from '../people/directory.ts';
import { isJustNameOf, matchScore } from '../people/match-name.ts';
import type { Person } from '../people/person.ts';
import type { Casework } from './casework.ts';
import type { Opened } from './incident-record.ts';
import { mentionedParties, peopleMeant, possibleReaders } from './people-meant.ts';

export interface NamedParties {
  readonly parties: readonly Party[];
  readonly personType: PersonType;
}

/** The parties of a report as the directory knows them. An id that it does not know is a name and nothing more. */
export async function nameParties(
  casework: Casework,
  checked: CheckedReport,
  reporter: Oid,
): Promise<NamedParties | 'about-yourself'> {
  const readers = await possibleReaders(casework);
  const look = (part: Party['part'], named: NamedPerson) => party(casework, readers, part, named);
  const subjects = await Promise.all(checked.subjects.map((named) => look('subject', named)));
  const self = await casework.directory.person(reporter);
  if (subjects.some((subject) => isOnly(subject, reporter, self))) return 'about-yourself';
  const others = await Promise.all([
    ...(checked.target ? [look('target', checked.target)] : []),
    ...checked.witnesses.map((named) => look('witness', named)),
  ]);
  const named = subjects.map((subject) => without(subject, reporter));
  const parties = [...named, ...others];
  const known = [...oidsOf(parties), ...knownReporter(checked.level, reporter)];
  const mentioned = await mentionedParties(casework, checked.report, readers, known);
  const personType = await personTypeOf(casework.directory, named, checked.report.relation);
  return { parties: [...parties, ...mentioned], personType };
}

/** The parties while the directory is down: names alone. */
export function unnamedParties(checked: CheckedReport): NamedParties {
  const plain = (part: Party['part']) => (named: NamedPerson) => ({ part, ...named, candidates: [] });
  const target = checked.target ? [plain('target')(checked.target)] : [];
  const parties = [...checked.subjects.map(plain('subject')), ...target, ...checked.witnesses.map(plain('witness'))];
  return { parties, personType: checked.report.relation ?? 'unknown' };
}

/** Events that name the candidates of names which could not be looked up when they were given. */
export async function resolveParties(casework: Casework, opened: Opened): Promise<readonly IncidentEvent[]> {
  const { incident, reporter } = opened;
  const readers = await possibleReaders(casework);
  const at = casework.now().toISOString();
  const named: Party[] = [];
  for (const one of incident.parties) {
    if (one.candidates.length > 0 || one.part === 'mentioned') continue;
    const known = await party(casework, readers, one.part, one);
    const better = reporter === null || one.part !== 'subject' ? known : without(known, reporter);
    if (better.candidates.length > 0 || better.oid !== one.oid) named.push({ ...better, name: one.name });
  }
  const known = [...oidsOf([...incident.parties, ...named]), ...knownReporter(incident.reporter.level, reporter)];
  const mentioned = await mentionedParties(casework, incident.report, readers, known);
  return [...named, ...mentioned].map((one) => ({ kind: 'party-named', at, by: 'clock', party: one }));
}

async function party(
  casework: Casework,
  readers: readonly Person[],
  part: Party['part'],
  named: NamedPerson,
): Promise<Party> {
  const picked = named.oid === null ? undefined : await casework.directory.person(named.oid);
  if (picked) return { part, name: picked.name, oid: picked.oid, candidates: [] };
  return { part, name: named.name, oid: null, candidates: await peopleMeant(casework, named.name, readers) };
}

function oidsOf(parties: readonly Party[]): readonly Oid[] {
  return parties.flatMap(({ oid, candidates }) => (oid === null ? candidates : [oid]));
}

/** The reporter's own name is left out of those mentioned only where it is no secret: what is missing would tell who it is. */
function knownReporter(level: Level, reporter: Oid | null): readonly Oid[] {
  return level === 'named' && reporter !== null ? [reporter] : [];
}

/** Whether the reporter picked or plainly typed themselves; "Asha Okafor's ex-husband" is somebody else. */
function isOnly(subject: Party, reporter: Oid, self: Person | undefined): boolean {
  if (subject.oid !== null) return subject.oid === reporter;
  const [only, another] = subject.candidates;
  return only === reporter && another === undefined && self !== undefined && isJustNameOf(subject.name, self);
}

function without(subject: Party, reporter: Oid): Party {
  return { ...subject, candidates: subject.candidates.filter((oid) => oid !== reporter) };
}

/** By the directory where it is sure, else as the reporter said, else of the one person it may be. */
export async function personTypeOf(
  directory: Directory,
  subjects: readonly Party[],
  said: PersonType | null,
): Promise<PersonType> {
  const [subject] = subjects;
  const sure = subject?.oid ? await directory.person(subject.oid) : undefined;
  if (sure || said) return sure?.type ?? said ?? 'unknown';
  const [only, another] = subject?.candidates ?? [];
  const person = only && !another ? await directory.person(only) : undefined;
  return person && subject && matchScore(subject.name, person) > 0 ? person.type : 'unknown';
}
