import type { Known, Status } from './incident.ts';
import { knownAt, statuses } from './incident.ts';
import type { MoveRow, Process } from './process.ts';

/** Something that makes a process unfit to run, and where it stands in its table. */
export interface Flaw {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

/** Which inputs together make known what a status must have. */
const madeFrom: Record<keyof Known, readonly string[]> = {
  triage: ['misconduct', 'urgency', 'person-type'],
  justCulture: ['just-culture', 'reason'],
  investigator: ['investigator'],
  findings: ['findings'],
  decisionMaker: ['decision-maker'],
  outcome: ['outcome', 'reason'],
  appealOfficer: ['appeal-officer'],
};

/** Dead ends, statuses that nothing leads to, inputs that do not exist, moves that arrive without what their status must have. */
export function processFlaws(process: Process): readonly Flaw[] {
  return [...process.moves.flatMap((row, index) => rowFlaws(process, row, index)), ...shapeFlaws(process)];
}

function rowFlaws(process: Process, row: MoveRow, index: number): readonly Flaw[] {
  const flaws: Flaw[] = [];
  const flaw = (field: string, reason: string) => flaws.push({ path: ['moves', index, field], reason });
  for (const input of [...row.needs, ...row.may])
    if (!(input in process.inputs)) flaw('needs', `move "${row.move}" needs "${input}", which is not among the inputs`);
  for (const from of row.from) {
    if (process.statuses[from].ends) flaw('from', `move "${row.move}" leads out of "${from}", which ends the incident`);
    if (row.to === 'same') continue;
    for (const fact of knownAt[row.to])
      if (!(knownAt[from] as readonly string[]).includes(fact) && !madeFrom[fact].every((i) => row.needs.includes(i)))
        flaw('needs', `move "${row.move}" goes from "${from}" to "${row.to}" without ${madeFrom[fact].join(' and ')}`);
  }
  for (const other of process.moves.slice(0, index))
    if (other.move === row.move && other.from.some((from) => row.from.includes(from)))
      flaw('move', `move "${row.move}" stands twice for the same status`);
  return flaws;
}

function shapeFlaws(process: Process): readonly Flaw[] {
  const reached = reach(process, 'submitted');
  return statuses.flatMap((status): readonly Flaw[] => {
    const path = ['statuses', status];
    if (!reached.has(status)) return [{ path, reason: `nothing leads to "${status}"` }];
    if (process.statuses[status].ends) return [];
    const onward = [...reach(process, status)].some((other) => process.statuses[other].ends);
    return onward ? [] : [{ path, reason: `"${status}" is a dead end: no path leads from it to an end` }];
  });
}

function reach(process: Process, start: Status): ReadonlySet<Status> {
  const reached = new Set<Status>([start]);
  for (const status of reached)
    for (const row of process.moves) if (row.from.includes(status) && row.to !== 'same') reached.add(row.to);
  return reached;
}
