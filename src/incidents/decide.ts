import { knownFrom } from './evolve.ts';
import type { By, Incident, IncidentEvent, Inputs, Known } from './incident.ts';
import type { InputRow, MoveRow, Process } from './process.ts';
import { destination, movesFrom } from './process.ts';
import type { Problem } from './report-form.ts';
import { longest } from './report-form.ts';
import type { Duty, Oid, Role } from './roles.ts';

/** Who wants to move it, and as what. */
export interface Mover {
  readonly by: By;
  readonly roles: readonly Role[];
}

export type MoveRefusal =
  | { readonly kind: 'no-such-move' }
  | { readonly kind: 'bad-inputs'; readonly problems: readonly Problem[] }
  | { readonly kind: 'separation'; readonly duty: Duty; readonly done: Duty };

/** The event that a move makes, or why it cannot be made. Which people may be chosen is for the caller to have checked. */
export function decideMove(
  process: Process,
  incident: Incident,
  move: string,
  inputs: Inputs,
  mover: Mover,
  at: string,
): IncidentEvent | MoveRefusal {
  const row = movesFrom(process, incident.status, mover.roles).find((candidate) => candidate.move === move);
  if (row === undefined) return { kind: 'no-such-move' };
  const problems = inputProblems(process, row, inputs);
  if (problems.length > 0) return { kind: 'bad-inputs', problems };
  const given = only(row, inputs);
  const clash = separation(incident, row, given, mover.by);
  if (clash) return clash;
  const to = destination(row, incident.status);
  return { kind: 'moved', at, by: mover.by, move, from: incident.status, to, duty: row.duty, inputs: given };
}

/** The inputs that a row asks for and that were filled in; anything else in the payload is dropped. */
function only(row: MoveRow, inputs: Inputs): Inputs {
  return Object.fromEntries(
    [...row.needs, ...row.may].flatMap((id) => {
      const value = inputs[id]?.trim();
      return value ? [[id, value]] : [];
    }),
  );
}

function inputProblems(process: Process, row: MoveRow, inputs: Inputs): readonly Problem[] {
  return [...row.needs, ...row.may].flatMap((field) => {
    const problem = inputProblem(
      process.inputs[field] as InputRow,
      inputs[field]?.trim() ?? '',
      row.needs.includes(field),
    );
    return problem === null ? [] : [{ field, problem }];
  });
}

function inputProblem(input: InputRow, value: string, needed: boolean): string | null {
  if (value === '') return needed ? `Give this first: ${input.label}` : null;
  if (value.length > longest.note) return `At most ${longest.note} characters.`;
  if (input.kind !== 'choice') return null;
  return input.options?.some((option) => option.value === value) ? null : 'Choose one of the list.';
}

/** Triage, investigation, decision and appeal are different people: those who do the move, and those whom it names. */
function separation(incident: Incident, row: MoveRow, inputs: Inputs, by: By): MoveRefusal | null {
  const named = knownFrom(inputs);
  const wanted: { duty: Duty; oid: Oid }[] = row.duty === null ? [] : [{ duty: row.duty, oid: by }];
  for (const [field, duty] of namedDuties) if (named[field] !== undefined) wanted.push({ duty, oid: named[field] });
  const all = [...incident.duties, ...wanted];
  for (const { duty, oid } of wanted) {
    const other = all.find((entry) => entry.oid === oid && entry.duty !== duty);
    if (other) return { kind: 'separation', duty, done: other.duty };
  }
  return null;
}

const namedDuties: readonly (readonly [keyof Pick<Known, 'investigator' | 'decisionMaker' | 'appealOfficer'>, Duty])[] =
  [
    ['investigator', 'investigation'],
    ['decisionMaker', 'decision'],
    ['appealOfficer', 'appeal'],
  ];
