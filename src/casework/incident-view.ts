import type { Deadline } from '../incidents/clocks.ts';
import { deadlines } from '../incidents/clocks.ts';
import type { By, Evidence, Incident, IncidentEvent, Inputs, Party, Status } from '../incidents/incident.ts';
import type { Report } from '../incidents/report-form.ts';
import type { Oid, Role } from '../incidents/roles.ts';
import { holders } from './access.ts';
import type { Casework } from './casework.ts';
import type { Opened } from './incident-record.ts';
import type { NextMove } from './next-moves.ts';
import { nextMoves } from './next-moves.ts';

/** An incident as plain data for whoever may see it. `seenVersion` goes back with a move. */
export interface IncidentView {
  readonly reference: string;
  readonly seenVersion: number;
  readonly status: Status;
  readonly statusLabel: string;
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
}

export interface HistoryLine {
  readonly at: string;
  readonly by: string;
  readonly what: string;
  readonly text: string | null;
}

export async function incidentView(casework: Casework, opened: Opened, roles: readonly Role[]): Promise<IncidentView> {
  const { incident, events, version } = opened;
  const people = await Promise.all(
    holders(incident).flatMap(([role, oid]) =>
      oid === null ? [] : [nameOf(casework, oid).then((name) => ({ role, name }))],
    ),
  );
  return {
    ...{ reference: incident.reference, seenVersion: version, status: incident.status, roles, people },
    statusLabel: casework.process.statuses[incident.status].label,
    ...{ reporter: reporterLine(incident), level: incident.reporter.level, report: incident.report },
    parties: incident.parties.flatMap(({ part, name, oid }) => (part === 'mentioned' ? [] : [{ part, name, oid }])),
    personType: incident.personType,
    team: incident.team === null ? null : (casework.routing.teams[incident.team]?.label ?? incident.team),
    deadlines: deadlines(casework.process, incident, casework.isHoliday),
    paused: incident.pauses.some((pause) => pause.to === null),
    evidence: incident.evidence,
    history: await Promise.all(events.map((event) => line(casework, event))),
    moves: await nextMoves(casework, opened, roles),
  };
}

function reporterLine({ reporter }: Incident): string {
  if (reporter.level === 'named') return reporter.name;
  return reporter.level === 'confidential'
    ? 'Kept apart; the identity custodian can open it with a reason'
    : 'Anonymous';
}

async function line(casework: Casework, event: IncidentEvent): Promise<HistoryLine> {
  return { at: event.at, by: await byName(casework, event.by), ...told(casework, event) };
}

async function byName(casework: Casework, by: By): Promise<string> {
  if (by === 'reporter') return 'The reporter';
  return by === 'clock' ? 'Automatic' : nameOf(casework, by);
}

async function nameOf(casework: Casework, oid: Oid): Promise<string> {
  return (await casework.directory.person(oid))?.name ?? 'Somebody who is no longer in the directory';
}

function told(casework: Casework, event: IncidentEvent): { what: string; text: string | null } {
  switch (event.kind) {
    case 'reported':
      return { what: 'Reported', text: null };
    case 'routed':
      return { what: `Passed to ${casework.routing.teams[event.team]?.label ?? event.team}`, text: null };
    case 'moved':
      return { what: moveLabel(casework, event), text: inputLines(casework, event.inputs) };
    case 'added':
      return { what: 'Added to the report', text: event.text };
    case 'messaged':
      return {
        what: event.from === 'reporter' ? 'Message from the reporter' : 'Message to the reporter',
        text: event.text,
      };
    case 'noted':
      return { what: 'Note', text: event.text };
    case 'recused':
      return { what: 'Stepped back', text: event.reason };
    case 'assigned':
      return { what: 'Another case manager named', text: null };
    case 'party-named':
      return { what: partyLabel(event.party), text: event.party.name };
    case 'evidence-added':
      return { what: 'Evidence added', text: event.evidence.name };
    case 'paused':
      return { what: 'Clocks paused', text: event.reason };
    case 'resumed':
      return { what: 'Clocks run again', text: null };
    case 'identity-revealed':
      return { what: "The reporter's identity was opened", text: event.reason };
    case 'clock-raised':
      return { what: event.step === 'reminder' ? 'Reminder sent' : 'Overdue, and escalated', text: null };
    case 'check-in-asked':
      return { what: `Asked after ${event.day} days whether there was any retaliation`, text: null };
    case 'check-in-answered':
      return {
        what: event.retaliation ? 'The reporter tells of retaliation' : 'No retaliation, says the reporter',
        text: event.text,
      };
  }
}

/** A name in the text is found by the machine, and settled by a caseworker when it is none of the people complained of. */
function partyLabel({ part, candidates }: Party): string {
  if (part !== 'mentioned') return `Recorded as ${part}`;
  return candidates.length > 0 ? 'Named in the text' : 'Settled: only named in the text';
}

function moveLabel(casework: Casework, event: IncidentEvent & { kind: 'moved' }): string {
  const row = casework.process.moves.find((move) => move.move === event.move && move.from.includes(event.from));
  return `${row?.label ?? event.move} (${casework.process.statuses[event.to].label})`;
}

function inputLines(casework: Casework, inputs: Inputs): string | null {
  const lines = Object.entries(inputs).flatMap(([id, value]) => {
    const input = casework.process.inputs[id];
    if (id === 'message' || input?.kind === 'person' || input?.kind === 'candidate') return [];
    return [`${input?.label ?? id}: ${input?.options?.find((option) => option.value === value)?.label ?? value}`];
  });
  return lines.length === 0 ? null : lines.join('\n');
}
