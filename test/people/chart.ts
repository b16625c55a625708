import type { PersonType } from '../../src/incidents/roles.ts';
import type { ListedPerson } from '../../src/people/file-directory.ts';

/** A generated organisation: person i is managed by `managers[i]`. */
export interface Chart {
  readonly people: readonly ListedPerson[];
  readonly managers: readonly (number | null)[];
}

export interface ChartPerson {
  readonly groups: readonly string[];
  readonly left: boolean;
  readonly type: PersonType;
}

export const chartTenant = '20000000-0000-4000-8000-000000000002';

export function oidOf(index: number): string {
  return `30000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

export function chart(managers: readonly (number | null)[], more: readonly ChartPerson[] = []): Chart {
  const people = managers.map((manager, index) => ({
    ...{ oid: oidOf(index), tenant: chartTenant, name: nameOf(index), title: null, email: emailOf(index) },
    ...{ type: 'employee' as const, groups: [], left: false, manager: manager === null ? null : oidOf(manager) },
    ...more[index],
  }));
  return { people, managers };
}

/** A name that no other name is like: letters of the number, so that no slip of the pen makes one of another. */
export function nameOf(index: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz'[index % 26] ?? 'a';
  return `${letters.repeat(6)} ${letters.toUpperCase().repeat(8)}${index}`;
}

export function emailOf(index: number): string {
  return `person${index}@example.org`;
}

/** The rule, read plainly: one's own incident, above anybody concerned, or below somebody complained of. */
export function excludedBy(
  one: Chart,
  subjects: readonly number[],
  others: readonly number[],
  person: number,
): boolean {
  const above = (high: number, low: number): boolean => {
    const seen = new Set<number>();
    for (let next = one.managers[low] ?? null; next !== null && !seen.has(next); next = one.managers[next] ?? null) {
      if (next === high) return true;
      seen.add(next);
    }
    return false;
  };
  const concerned = [...subjects, ...others];
  return (
    concerned.includes(person) ||
    concerned.some((other) => above(person, other)) ||
    subjects.some((subject) => above(subject, person))
  );
}
