import type { IncidentEvent } from '../incidents/incident.ts';
import type { Oid } from '../incidents/roles.ts';
import { DirectoryDown } from '../people/directory.ts';
import { remember } from '../people/remember.ts';
import { exclusion, isStaff } from './access.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import { referencesOf } from './identity.ts';
import type { Opened } from './incident-record.ts';
import { partyKey, readIncident } from './incident-record.ts';
import { readAudited } from './open-incident.ts';
import { type Redacted, redact } from './redact.ts';

/** What is held about one person, for an officer to read through before it is handed over. */
export interface PersonExport {
  readonly person: string;
  /** Their own reports: what they wrote, and what was written to them. */
  readonly reports: readonly ExportedIncident[];
  /** Incidents that name them: everything in these is for a person to decide on. */
  readonly named: readonly ExportedIncident[];
}

export interface ExportedIncident {
  readonly reference: string;
  readonly reportedAt: string;
  readonly status: string;
  readonly part: string;
  readonly passages: readonly (Redacted & { readonly at: string; readonly what: string })[];
}

/**
 * The subject access export for one person, by an information governance officer (F3). Incidents that the officer must not
 * know of are not in it, nor said to be missing. Each incident in it is an audited read.
 */
export async function exportPerson(context: Casework, who: Who, oid: Oid): Promise<Result<PersonExport>> {
  const casework = { ...context, directory: remember(context.directory) };
  try {
    const group = casework.routing.groups['information-governance'];
    const officers = group === undefined ? [] : await casework.directory.members(group);
    if (!officers.includes(who.oid) || !(await isStaff(casework, who))) return refused('not-yours');
    const name = (await casework.directory.person(oid))?.name ?? '';
    const own = await exportAll(casework, who, await referencesOf(casework, oid), (opened) =>
      ownPassages(opened, name, oid),
    );
    const about = (await casework.store.list({ kind: 'incident', key: partyKey(oid), limit: 500 })).map(({ id }) => id);
    const named = await exportAll(casework, who, about, (opened) => passagesAbout(opened, name, oid));
    return done({ person: name, reports: own, named });
  } catch (error) {
    if (error instanceof DirectoryDown) return refused('directory-down');
    throw error;
  }
}

async function exportAll(
  casework: Casework,
  who: Who,
  references: readonly string[],
  passages: (opened: Opened) => Pick<ExportedIncident, 'part' | 'passages'>,
): Promise<readonly ExportedIncident[]> {
  const exported: ExportedIncident[] = [];
  for (const reference of [...references].sort()) {
    const opened = await readIncident(casework, reference);
    if (opened === undefined || (await (await exclusion(casework, opened))(who.oid))) continue;
    await readAudited(casework, who, opened, 'incident.exported');
    const { reportedAt, status } = opened.incident;
    exported.push({ reference, reportedAt, status: casework.process.statuses[status].label, ...passages(opened) });
  }
  return exported;
}

/** What the reporter wrote, and what was written to them; other people taken out. */
function ownPassages(
  { incident, events }: Opened,
  name: string,
  oid: Oid,
): Pick<ExportedIncident, 'part' | 'passages'> {
  const others = othersIn(incident, oid);
  const { happened, when, wanted, platform, links } = incident.report;
  const said: [at: string, what: string, text: string][] = [
    [incident.reportedAt, 'What happened', happened],
    [incident.reportedAt, 'When', when],
    ...[wanted, platform, links.join(' ')]
      .filter(Boolean)
      .map((text): [string, string, string] => [incident.reportedAt, 'Report', text ?? '']),
    ...events.flatMap((event) => spoken(event)),
  ];
  return {
    part: 'reporter',
    passages: said.map(([at, what, text]) => ({ at, what, ...redact(text, { name }, others) })),
  };
}

/** What an incident says of somebody whom it names. The words are another's: each is doubtful. */
function passagesAbout({ incident }: Opened, name: string, oid: Oid): Pick<ExportedIncident, 'part' | 'passages'> {
  const others = othersIn(incident, oid);
  const { text } = redact(incident.report.happened, { name }, others);
  const part = incident.parties.find((party) => party.oid === oid)?.part ?? 'named';
  return { part, passages: [{ at: incident.reportedAt, what: 'What happened', text, doubtful: true }] };
}

function spoken(event: IncidentEvent): [at: string, what: string, text: string][] {
  if (event.kind === 'added') return [[event.at, 'Added', event.text]];
  if (event.kind === 'messaged') return [[event.at, `Message from ${event.from}`, event.text]];
  if (event.kind === 'check-in-answered' && event.text !== null) return [[event.at, 'Answer', event.text]];
  return [];
}

function othersIn(incident: Opened['incident'], oid: Oid): readonly string[] {
  const reporter = incident.reporter.level === 'named' && incident.reporter.oid !== oid ? [incident.reporter.name] : [];
  return [...incident.parties.filter((party) => party.oid !== oid).map((party) => party.name), ...reporter];
}
