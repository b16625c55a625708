import type { ListedPerson } from '../../src/people/file-directory.ts';
import { people } from './sample-casework.ts';

/** Invented members of staff, so many, under nobody of the sample people. */
export function crowd(many: number): readonly ListedPerson[] {
  return Array.from({ length: many }, (_, n) => member(n));
}

function member(n: number): ListedPerson {
  const [first] = people;
  if (first === undefined) throw new Error('There are no sample people.');
  const oid = `30000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return { ...first, oid, name: `Member Number${n}`, email: `member${n}@example.org`, manager: null, groups: [] };
}
