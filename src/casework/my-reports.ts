import type { Deadline } from '../incidents/clocks.ts';
import { reporterDeadlines } from '../incidents/clocks.ts';
import type { Evidence, Incident, IncidentEvent, Status } from '../incidents/incident.ts';
import { movesFrom } from '../incidents/process.ts';
import type { Level } from '../incidents/report-form.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import { referencesOf } from './identity.ts';
import type { Opened } from './incident-record.ts';
import { readIncident } from './incident-record.ts';
import { limitTries } from './limit-tries.ts';
import { readReference } from './read-reference.ts';
import { codeFits, readersOf } from './receipt.ts';

/** A report as its reporter sees it: nothing about what others did or said of one another. */
export interface ReporterView {
  readonly reference: string;
  readonly level: Level;
  readonly reportedAt: string;
  readonly status: Status;
  /** In the reporter's words. */
  readonly statusLabel: string;
  /** What the status means for the reporter. */
  readonly meaning: string;
  readonly ended: boolean;
  readonly readers: readonly string[];
  /** Labels in the reporter's words: "We acknowledge your report". */
  readonly deadlines: readonly Deadline[];
  readonly paused: boolean;
  readonly messages: readonly { readonly at: string; readonly from: 'reporter' | 'casework'; readonly text: string }[];
  readonly added: readonly { readonly at: string; readonly text: string }[];
  /** Names of the files that the reporter added; what others gave is not among them. */
  readonly evidence: readonly string[];
  /** Withdrawing ends it (`now`), only asks (`ask`: it is formal already), or is no longer possible. */
  readonly canWithdraw: 'now' | 'ask' | 'no';
  /** A retaliation check-in that waits for an answer. */
  readonly checkInOpen: boolean;
}

/** How a reporter proves that a report is theirs: by who they are, or by the receipt code. */
export type Proof = { readonly code?: string | undefined };

/** The reports somebody made by name or confidentially, newest first. Anonymous ones can only be found by their code. */
export async function myReports(casework: Casework, who: Who): Promise<Result<readonly ReporterView[]>> {
  if (!casework.tenants.includes(who.tenant)) return refused('not-yours');
  const opened = await Promise.all((await referencesOf(casework, who.oid)).map((id) => readIncident(casework, id)));
  const views = opened.filter((one): one is Opened => one !== undefined).map((one) => reporterView(casework, one));
  return done(views.sort((a, b) => b.reportedAt.localeCompare(a.reportedAt)));
}

/** One report's status, for the person who made it or whoever has its code. Wrong codes are limited, per person. */
export async function reportStatus(
  casework: Casework,
  who: Who,
  reference: string,
  proof: Proof = {},
): Promise<Result<ReporterView>> {
  const found = await findOwn(casework, who, reference, proof);
  return found.ok ? done(reporterView(casework, found.value)) : found;
}

/** The incident of a reporter's own report; `not-found` for anybody else's, and for a wrong code. */
export async function findOwn(
  casework: Casework,
  who: Who,
  reference: string,
  { code }: Proof,
): Promise<Result<Opened>> {
  if (!casework.tenants.includes(who.tenant)) return refused('not-yours');
  const id = readReference(reference);
  const opened = await readIncident(casework, id);
  if (opened?.reporter !== who.oid) {
    if (code === undefined || code.trim() === '') return refused('not-found');
    const againAt = limitTries.blockedUntil(who.oid, casework.now());
    if (againAt !== null) return refused('too-many-tries', { againAt });
    if (!(await codeFits(casework, id, code))) {
      limitTries.failed(who.oid, casework.now());
      return refused('not-found');
    }
  }
  return opened === undefined ? refused('not-found') : done(opened);
}

export function reporterView(casework: Casework, { incident, events }: Opened): ReporterView {
  const row = casework.process.statuses[incident.status];
  return {
    ...{ reference: incident.reference, level: incident.reporter.level, reportedAt: incident.reportedAt },
    ...{ status: incident.status, statusLabel: row.reporterLabel, meaning: row.reporter, ended: row.ends },
    readers: readersOf(casework.routing, incident),
    deadlines: reporterDeadlines(casework.process, incident, casework.isHoliday),
    paused: incident.pauses.some((pause) => pause.to === null),
    messages: events.flatMap((event) =>
      event.kind === 'messaged' ? [{ at: event.at, from: event.from, text: event.text }] : [],
    ),
    added: events.flatMap((event) => (event.kind === 'added' ? [{ at: event.at, text: event.text }] : [])),
    evidence: ownFiles(events).map(({ name }) => name),
    canWithdraw: canWithdraw(casework, incident),
    checkInOpen: events.findLast((event) => event.kind.startsWith('check-in'))?.kind === 'check-in-asked',
  };
}

/** The files that the reporter added. */
export function ownFiles(events: readonly IncidentEvent[]): readonly Evidence[] {
  return events.flatMap((event) =>
    event.kind === 'evidence-added' && event.by === 'reporter' ? [event.evidence] : [],
  );
}

function canWithdraw(casework: Casework, incident: Incident): 'now' | 'ask' | 'no' {
  const row = movesFrom(casework.process, incident.status, ['reporter'])[0];
  if (row === undefined) return 'no';
  return row.to === 'same' ? 'ask' : 'now';
}
