import type { Status } from './incident.ts';
import { statuses } from './incident.ts';
import type { MoveRow, Process } from './process.ts';

/** The process as a Mermaid state diagram: one arrow a move and status, with who, what it needs, and the deadlines below. */
export function drawProcess(process: Process): string {
  return [
    'stateDiagram-v2',
    ...statuses.map((status) => `  state "${process.statuses[status].label}" as ${idOf(status)}`),
    '  [*] --> submitted: report (reporter)',
    ...process.moves.flatMap((row) => row.from.map((from) => arrow(row, from))),
    ...statuses.filter((status) => process.statuses[status].ends).map((status) => `  ${idOf(status)} --> [*]`),
    ...process.clocks.flatMap((clock) => [
      `  %% ${clock.label}: within ${clock.within} working days of the ${clock.from}, while ${clock.while.join(', ')} (${clock.source})`,
    ]),
    '',
  ].join('\n');
}

function arrow(row: MoveRow, from: Status): string {
  const needs = row.needs.length === 0 ? '' : `, needs ${row.needs.join(' + ')}`;
  const duty = row.duty === null ? '' : `, duty of ${row.duty}`;
  return `  ${idOf(from)} --> ${idOf(row.to === 'same' ? from : row.to)}: ${row.move} (${row.by.join(' or ')}${needs}${duty})`;
}

function idOf(status: Status): string {
  return status.replaceAll('-', '_');
}
