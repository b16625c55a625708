import type { Status } from './incident.ts';
import type { Duty, Role } from './roles.ts';

export interface StatusRow {
  /** For those who work on it. */
  readonly label: string;
  /** The same for the reporter, in a few words. */
  readonly reporterLabel: string;
  /** What the reporter is told while the incident has this status. */
  readonly reporter: string;
  /** No move leads out: the incident is over. */
  readonly ends: boolean;
}

/** Something that a move asks of the person who makes it. */
export interface InputRow {
  readonly label: string;
  /** `candidate`: one of the people whom a name in the report may mean; not asked where no name is open. */
  readonly kind: 'text' | 'choice' | 'person' | 'candidate';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** For a person: the role whose members can be chosen. */
  readonly role?: Role;
}

/** One row of the process: from any of these statuses, by any of these roles, to that one. `same` stays where it is. */
export interface MoveRow {
  readonly move: string;
  readonly label: string;
  /** The same of somebody who did it, for the history: "acknowledged the report". */
  readonly done: string;
  readonly from: readonly Status[];
  readonly by: readonly Role[];
  readonly to: Status | 'same';
  readonly needs: readonly string[];
  readonly may: readonly string[];
  /** The duty that making this move is (D5). */
  readonly duty: Duty | null;
}

/** A deadline in working days, which runs while the incident has one of these statuses. */
export interface ClockRow {
  readonly clock: string;
  readonly label: string;
  /** What it promises the reporter, in their words; without it they are not told of it. */
  readonly reporter?: string;
  /** Counted from the report, from entering the status, or from the last review (or entering, if there was none). */
  readonly from: 'report' | 'status' | 'review';
  readonly while: readonly Status[];
  /** Working days. */
  readonly within: number;
  /** A reminder so many working days before. */
  readonly remind: number;
  /** The first message to the reporter stops it. */
  readonly stops?: 'first-update';
  /** Who is told when it is overdue: the first of these roles with somebody who is not excluded. */
  readonly escalate: readonly Role[];
  /** On whose word the number stands. */
  readonly source: string;
}

export interface Process {
  readonly statuses: Readonly<Record<Status, StatusRow>>;
  readonly inputs: Readonly<Record<string, InputRow>>;
  readonly moves: readonly MoveRow[];
  readonly clocks: readonly ClockRow[];
  /** The reporter is asked about retaliation so many calendar days after the report. */
  readonly checkIns: { readonly days: readonly number[]; readonly source: string };
}

/** The rows that these roles may use at this status, in the table's order. */
export function movesFrom(process: Process, status: Status, roles: readonly Role[]): readonly MoveRow[] {
  return process.moves.filter((row) => row.from.includes(status) && row.by.some((role) => roles.includes(role)));
}

/** Where a row leads from a status. */
export function destination(row: MoveRow, from: Status): Status {
  return row.to === 'same' ? from : row.to;
}
