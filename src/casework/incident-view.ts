import type { Deadline } from '../incidents/clocks.ts';
import { deadlines } from '../incidents/clocks.ts';
import type { Evidence, Incident, Party, Status } from '../incidents/incident.ts';
import type { Report } from '../incidents/report-form.ts';
import type { Role } from '../incidents/roles.ts';
import { holders } from './access.ts';
import type { Casework } from './casework.ts';
import { type HistoryLine, historyOf, nameOf } from './history.ts';
import type { Opened } from './incident-record.ts';
import type { NextMove } from './next-moves.ts';
import { nextMoves } from './next-moves.ts';

/** An incident as plain data for whoever may see it. `seenVersion` goes back with a move. */
export interface IncidentView {
  readonly reference: string;
  readonly seenVersion: number;
  readonly status: Status;
  readonly statusLabel: string;
  /** Nothing more is to be done with it. */
  readonly ended: boolean;
  /** As the triage has it, or null before. */
  readonly urgency: string | null;
  readonly roles: readonly Role[];
  /** The reporter's name at the named level; otherwise what may be said of them. */
  readonly reporter: string;
  readonly level: Incident['reporter']['level'];
  readonly report: Report;
  /** Those given as having a part; who is only mentioned in the text is not among them. */
  readonly parties: readonly GivenParty[];
  readonly personType: string;
  readonly team: string | null;
  readonly people: readonly { readonly role: Role; readonly name: string }[];
  readonly deadlines: readonly Deadline[];
  readonly paused: boolean;
  readonly evidence: readonly Evidence[];
  readonly history: readonly HistoryLine[];
  readonly moves: readonly NextMove[];
}

export interface GivenParty extends Pick<Party, 'name' | 'oid'> {
  readonly part: Exclude<Party['part'], 'mentioned'>;
  /** How many people of the directory a name as typed may still mean; 0 once it is settled, or where it means none. */
  readonly mayBe: number;
}

export async function incidentView(casework: Casework, opened: Opened, roles: readonly Role[]): Promise<IncidentView> {
  const { incident, events, version } = opened;
  const people = await Promise.all(
    [['caseworker', incident.handler] as const, ...holders(incident)].flatMap(([role, oid]) =>
      oid === null ? [] : [nameOf(casework, oid).then((name) => ({ role, name }))],
    ),
  );
  return {
    ...{ reference: incident.reference, seenVersion: version, status: incident.status, roles, people },
    statusLabel: casework.process.statuses[incident.status].label,
    ended: casework.process.statuses[incident.status].ends,
    urgency: urgencyLabel(casework, incident),
    ...{ reporter: reporterLine(incident), level: incident.reporter.level, report: incident.report },
    parties: await givenParties(casework, incident),
    personType: incident.personType,
    team: incident.team === null ? null : (casework.routing.teams[incident.team]?.label ?? incident.team),
    deadlines: deadlines(casework.process, incident, casework.isHoliday),
    paused: incident.pauses.some((pause) => pause.to === null),
    evidence: incident.evidence,
    history: await historyOf(casework, events),
    moves: await nextMoves(casework, opened, roles),
  };
}

function urgencyLabel({ process }: Casework, incident: Incident): string | null {
  if (!('triage' in incident)) return null;
  const { urgency } = incident.triage;
  return process.inputs.urgency?.options?.find(({ value }) => value === urgency)?.label ?? urgency;
}

function givenParties(casework: Casework, { parties }: Incident): Promise<readonly GivenParty[]> {
  const given = parties.flatMap(({ part, ...party }) => (part === 'mentioned' ? [] : [{ part, ...party }]));
  return Promise.all(
    given.map(async ({ part, name, oid, candidates }) => {
      const known = oid === null ? undefined : await casework.directory.person(oid);
      return { part, name: known?.name ?? name, oid, mayBe: candidates.length };
    }),
  );
}

function reporterLine({ reporter }: Incident): string {
  if (reporter.level === 'named') return reporter.name;
  return reporter.level === 'confidential'
    ? 'Kept apart; the identity custodian can open it with a reason'
    : 'Anonymous';
}
