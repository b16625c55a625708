import { moveIncident } from '../../src/casework/move-incident.ts';
import { myIncidents } from '../../src/casework/my-incidents.ts';
import { openIncident } from '../../src/casework/open-incident.ts';
import { runClocks } from '../../src/casework/run-clocks.ts';
import type { NamedPerson, ReportDraft } from '../../src/incidents/report-form.ts';
import { levels } from '../../src/incidents/report-form.ts';
import type { Directory } from '../../src/people/directory.ts';
import { DirectoryDown } from '../../src/people/directory.ts';
import { fileDirectory } from '../../src/people/file-directory.ts';
import type { World } from './world.ts';
import { deliverAll, file, people, who, world } from './world.ts';

const notFound = { ok: false, refusal: { kind: 'not-found' } };
const typed = (name: string): readonly NamedPerson[] => [{ name, oid: null }];
const told = async (casework: World) => (await deliverAll(casework)).map(({ to }) => to);
const triage = { misconduct: 'comments', urgency: 'normal', 'person-type': 'employee' };

/** A report of Asha's: where it goes, and that a caseworker cannot tell it from one that does not exist. */
async function keptFrom(first: string, more: Partial<ReportDraft>): Promise<readonly string[]> {
  const casework = await world();
  const { reference } = await file(casework, more);
  const names = await told(casework);
  expect(await openIncident(casework, who(first), reference)).toEqual(notFound);
  for (const whose of ['mine', 'team'] as const)
    expect(await myIncidents(casework, who(first), { whose })).toMatchObject({ value: { rows: [], more: null } });
  return names;
}

describe('a caseworker complained of', () => {
  test.each([
    'Priya Nandakumar',
    'Priya Nandakumar (HR)',
    'priya.nandakumar@example.org',
    'my caseworker priya nandakumar',
    'Nandakumar, Priya',
    'NANDAKUMAR Priya - HR casework team',
    'pria nandakmar, hr',
    'Priya from HR',
    'the caseworker Priya',
    'Priya Nandakumar and somebody else whom I do not know',
  ])('as "%s" never reads the report, which another caseworker gets', async (name) => {
    const names = await keptFrom('Priya', { subjects: typed(name) });
    expect(names).toContain('Colin Marsh');
    expect(names).not.toContain('Priya Nandakumar');
  });

  test.each<[string, Partial<ReportDraft>]>([
    ['what happened', { happened: 'Last night Priya Nandakumar made a page that mocks me.' }],
    ['what happened, in small letters', { happened: 'priya nandakumar made a page that mocks me' }],
    ['what is wanted', { wanted: 'I want NANDAKUMAR, Priya to take it down.' }],
    ['an address', { happened: 'It came from priya.nandakumar@example.org, twice.' }],
    ['a link', { links: 'https://example.com/priya.nandakumar/posts/7' }],
  ])('only in %s never reads it either', async (_where, more) => {
    for (const subjects of [[], typed('an account that nobody knows')]) {
      const names = await keptFrom('Priya', { subjects, ...more });
      expect(names).toContain('Colin Marsh');
      expect(names).not.toContain('Priya Nandakumar');
    }
  });

  test('by the head of their team in the text alone is read by nobody below that head', async () => {
    const happened = 'Helen Strand wrote it under her own name.';
    expect(await keptFrom('Priya', { subjects: [], happened })).toEqual(['Nadia Rahman']);
    expect(await keptFrom('Helen', { subjects: [], happened })).toEqual(['Nadia Rahman']);
  });

  test('in the text of a report taken while the directory was down is found when it is back', async () => {
    let up = false;
    const inner = fileDirectory(people);
    const guard =
      <T>(ask: (key: string) => Promise<T>) =>
      async (key: string) => {
        if (!up) throw new DirectoryDown('no answer');
        return ask(key);
      };
    const directory: Directory = {
      ...{ person: guard(inner.person), find: guard(inner.find) },
      ...{ managersOf: guard(inner.managersOf), members: guard(inner.members) },
    };
    const casework = await world({ directory });
    const { reference } = await file(casework, { subjects: [], happened: 'Priya Nandakumar did it.' });
    up = true;
    await runClocks(casework.at('2026-06-08T09:00:00Z'));
    expect(await told(casework)).toEqual(['Colin Marsh']);
    expect(await openIncident(casework, who('Priya'), reference)).toEqual(notFound);
  });
});

describe('an innocent mention', () => {
  test.each(levels)("of the reporter's own name in a report of level %s changes nothing", async (level) => {
    const casework = await world();
    const happened = 'They wrote that Asha Okafor is useless. Asha Okafor, me!';
    const { reference } = await file(casework, { happened, level });
    expect(await told(casework)).toEqual(['Colin Marsh', 'Martin Sorley', 'Priya Nandakumar']);
    expect(await openIncident(casework, who('Priya'), reference)).toMatchObject({ ok: true });
  });

  test('of the chief executive, with the person complained of given, leaves somebody to read it', async () => {
    const casework = await world();
    await file(casework, { happened: 'He wrote it under a post of Rowena Castle.' });
    expect(await told(casework)).toEqual(['Colin Marsh', 'Martin Sorley', 'Priya Nandakumar']);
  });

  test("does not make a report about somebody else's relation one about yourself", async () => {
    const casework = await world();
    await file(casework, { subjects: typed("Asha Okafor's former husband") });
    expect(await told(casework)).toEqual(['Colin Marsh', 'Priya Nandakumar']);
  });

  test('does not say what somebody who is not in the directory is to us', async () => {
    const casework = await world();
    await file(casework, { subjects: typed('Jamie who I used to live with') });
    expect(await told(casework)).toEqual(['Colin Marsh', 'Priya Nandakumar']);
  });

  test('is settled at triage, and the one mentioned may read it from then on', async () => {
    const casework = await world();
    const { reference } = await file(casework, { happened: 'Priya Nandakumar can bear witness to it.' });
    await moveIncident(casework, who('Colin'), reference, 'acknowledge', {}, 1);
    const seen = await openIncident(casework, who('Colin'), reference);
    if (!seen.ok) throw new Error('Colin may see it.');
    const subject = seen.value.moves.find(({ move }) => move === 'triage')?.inputs.find(({ id }) => id === 'subject');
    expect(subject?.options.map(({ label }) => label)).toEqual([
      'Priya Nandakumar, HR caseworker',
      'Nobody in our directory',
    ]);
    expect(await openIncident(casework, who('Priya'), reference)).toEqual(notFound);
    await moveIncident(casework, who('Colin'), reference, 'triage', { ...triage, subject: 'nobody' }, 2);
    expect(await openIncident(casework, who('Priya'), reference)).toMatchObject({ ok: true });
  });

  test('who is said at triage to be the person complained of is from then on', async () => {
    const casework = await world();
    const { reference } = await file(casework, { subjects: [], happened: 'Priya Nandakumar did it.' });
    await moveIncident(casework, who('Colin'), reference, 'acknowledge', {}, 1);
    const inputs = { ...triage, subject: who('Priya').oid };
    const moved = await moveIncident(casework, who('Colin'), reference, 'triage', inputs, 2);
    expect(moved).toMatchObject({ value: { parties: [{ part: 'subject', name: 'Priya Nandakumar' }] } });
    expect(await openIncident(casework, who('Priya'), reference)).toEqual(notFound);
  });
});

test('however much a report says, the directory is asked for few names', async () => {
  const asked: string[] = [];
  const inner = fileDirectory(people);
  const directory: Directory = {
    ...inner,
    find: (name) => {
      asked.push(name);
      return inner.find(name);
    },
  };
  const happened = Array.from({ length: 200 }, (_, at) => `Then Ann${'abcdefghij'[at % 10]} Wolf${at} wrote.`).join(
    ' ',
  );
  await file(await world({ directory }), { subjects: typed('one two three four five six seven eight'), happened });
  expect(asked.length).toBeLessThanOrEqual(16);
});
