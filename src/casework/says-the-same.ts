import type { CheckedReport } from '../incidents/check-report.ts';
import type { Opened } from './incident-record.ts';
import { unnamedParties } from './name-parties.ts';

/** Whether a form holds the answers that an incident was reported with. */
export function saysTheSame({ events: [first] }: Opened, checked: CheckedReport): boolean {
  if (first?.kind !== 'reported' || first.reporter.level !== checked.level) return false;
  const given = unnamedParties(checked).parties;
  const stored = first.parties.filter(({ part }) => part !== 'mentioned');
  return (
    isSame(first.report, checked.report) &&
    given.length === stored.length &&
    given.every(({ part, name, oid }, index) => {
      const before = stored[index];
      return before?.part === part && (oid === null || before.oid === null ? before.name === name : before.oid === oid);
    })
  );
}

/** Field by field: a store may give the fields back in another order. */
function isSame<T extends object>(one: T, other: T): boolean {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<string & keyof T>;
  return [...fields].every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]));
}
