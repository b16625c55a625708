import type { Deadline } from '../incidents/clocks.ts';
import { reporterDeadlines } from '../incidents/clocks.ts';
import type { Incident } from '../incidents/incident.ts';
import type { Level } from '../incidents/report-form.ts';
import type { Routing } from '../incidents/route.ts';
import type { Change } from '../store/store.ts';
import type { Casework } from './casework.ts';

/** What a reporter takes away. It says nothing about who did what (C7). */
export interface Receipt {
  readonly reference: string;
  /** An anonymous report's only way back; null at the other levels. Cannot be had a second time from the reference alone. */
  readonly code: string | null;
  readonly level: Level;
  /** Labels in the reporter's words. */
  readonly deadlines: readonly Deadline[];
  /** Who will read it, in words. */
  readonly readers: readonly string[];
  /** False while it waits for the directory, or for somebody who is not excluded. */
  readonly routed: boolean;
  readonly outside: Routing['outside'];
  /** The form had been sent before with other answers: those count, and what was sent now is not stored. */
  readonly differs: boolean;
}

export function receiptOf(casework: Casework, incident: Incident, code: string, differs = false): Receipt {
  const { level } = incident.reporter;
  return {
    reference: incident.reference,
    code: level === 'anonymous' ? code : null,
    level,
    deadlines: reporterDeadlines(casework.process, incident, casework.isHoliday),
    readers: readersOf(casework.routing, incident),
    routed: incident.team !== null,
    outside: casework.routing.outside,
    differs,
  };
}

export function readersOf(routing: Routing, incident: Incident): readonly string[] {
  const team = incident.team === null ? undefined : routing.teams[incident.team]?.label;
  return [...(team === undefined ? [] : [team]), ...(incident.caseManager === null ? [] : ['a case manager'])];
}

/** The record by which an anonymous reporter finds back; it holds a keyed hash of the code and no trace of them. */
export function codeRecord(reference: string, code: string): Change {
  const put = { kind: 'receipt', id: reference, status: 'open', due: null, keys: [codeKey(reference, code)], body: {} };
  return { put, replaces: 0 };
}

/** Whether a code belongs to a reference. Case, spaces and dashes make no difference. */
export async function codeFits(casework: Casework, reference: string, code: string): Promise<boolean> {
  const found = await casework.store.list({ kind: 'receipt', key: codeKey(reference, code), limit: 1 });
  return found.some((record) => record.id === reference);
}

function codeKey(reference: string, code: string): string {
  return `code:${reference}:${code
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '')}`;
}
