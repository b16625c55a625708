import type { CheckedReport } from '../incidents/check-report.ts';
import type { IncidentEvent, Party } from '../incidents/incident.ts';
import type { NamedPerson } from '../incidents/report-form.ts';
import type { Oid, PersonType } from '../incidents/roles.ts';
import type { Directory } from '../people/directory.ts';
import type { Casework } from './casework.ts';
import type { Opened } from './incident-record.ts';

export interface NamedParties {
  readonly parties: readonly Party[];
  readonly personType: PersonType;
}

/** The parties of a report as the directory knows them. An id that it does not know is a name and nothing more. */
export async function nameParties(
  directory: Directory,
  checked: CheckedReport,
  reporter: Oid,
): Promise<NamedParties | 'about-yourself'> {
  const subjects = await Promise.all(checked.subjects.map((named) => party(directory, 'subject', named)));
  if (subjects.some((subject) => isOnly(subject, reporter))) return 'about-yourself';
  const others = await Promise.all([
    ...(checked.target ? [party(directory, 'target', checked.target)] : []),
    ...checked.witnesses.map((named) => party(directory, 'witness', named)),
  ]);
  const parties = [...subjects.map((subject) => without(subject, reporter)), ...others];
  return { parties, personType: await personTypeOf(directory, subjects, checked.report.relation) };
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
  const at = casework.now().toISOString();
  const events: IncidentEvent[] = [];
  for (const one of incident.parties) {
    if (one.candidates.length > 0) continue;
    const known = await party(casework.directory, one.part, one);
    const better = reporter === null || one.part !== 'subject' ? known : without(known, reporter);
    if (better.candidates.length > 0 || better.oid !== one.oid)
      events.push({ kind: 'party-named', at, by: 'clock', party: { ...better, name: one.name } });
  }
  return events;
}

async function party(directory: Directory, part: Party['part'], named: NamedPerson): Promise<Party> {
  const picked = named.oid === null ? undefined : await directory.person(named.oid);
  if (picked) return { part, name: picked.name, oid: picked.oid, candidates: [] };
  const found = await directory.find(named.name);
  return { part, name: named.name, oid: null, candidates: found.map((person) => person.oid) };
}

function isOnly(subject: Party, reporter: Oid): boolean {
  return subject.oid === reporter || (subject.candidates.length === 1 && subject.candidates[0] === reporter);
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
  return (only && !another ? (await directory.person(only))?.type : undefined) ?? 'unknown';
}
