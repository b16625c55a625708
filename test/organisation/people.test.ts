import { readFileSync } from 'node:fs';
import { readPeople } from '../../src/organisation/people.ts';
import { readRouting } from '../../src/organisation/routing.ts';

const file = 'policy/people.yaml';
const text = readFileSync(file, 'utf8');

function refusal(from: string, to: string): string {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`Nothing of the file is "${from}".`);
  try {
    readPeople(file, changed);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The file was taken.');
}

describe('the sample people', () => {
  test('are in every group that the routes name, so that the local run shows every part', () => {
    const routing = readRouting('policy/routing.yaml');
    const named = [
      ...Object.values(routing.teams).flatMap(({ group, lead }) => [group, ...(lead === null ? [] : [lead])]),
      ...Object.values(routing.groups),
    ];
    const had = new Set(readPeople(file).flatMap(({ groups }) => groups));
    expect(named.filter((group) => !had.has(group))).toEqual([]);
  });

  test('have invented addresses only', () => {
    for (const { email } of readPeople(file)) expect(email).toMatch(/@example\.org$/);
  });

  const asha = 'oid: 10000000-0000-4000-8000-000000000001, name';
  test.each([
    ['an id that is none', asha, 'oid: asha, name', /an Entra id in small letters/],
    ['the same id twice', asha, 'oid: 10000000-0000-4000-8000-000000000002, name', /stands twice/],
    [
      'a manager who is nobody',
      'manager: 10000000-0000-4000-8000-000000000002,',
      'manager: 10000000-0000-4000-8000-000000000099,',
      /there is no 10000000-0000-4000-8000-000000000099/,
    ],
    [
      'a management line in a circle',
      'title: Chief executive, type: employee, manager: null',
      'title: Chief executive, type: employee, manager: 10000000-0000-4000-8000-000000000001',
      /runs in a circle/,
    ],
    ['a type that is none', 'type: agency', 'type: agent', /type/],
    ['a word that is not known', 'title: Chief executive', 'job: Chief executive', /job/],
  ])('%s is refused with file, line and reason', (_what, from, to, reason) => {
    expect(refusal(from, to)).toMatch(reason);
    expect(refusal(from, to)).toMatch(/^policy\/people\.yaml, line \d+: /);
  });
});
