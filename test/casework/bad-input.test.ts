import { nameParty, recuse } from '../../src/casework/act-on-incident.ts';
import { withdrawReport } from '../../src/casework/change-report.ts';
import { fileReport } from '../../src/casework/file-report.ts';
import { moveIncident } from '../../src/casework/move-incident.ts';
import { myIncidents } from '../../src/casework/my-incidents.ts';
import { reportStatus } from '../../src/casework/my-reports.ts';
import { openIncident } from '../../src/casework/open-incident.ts';
import { runClocks } from '../../src/casework/run-clocks.ts';
import type { ReportDraft } from '../../src/incidents/report-form.ts';
import type { Directory } from '../../src/people/directory.ts';
import { DirectoryDown } from '../../src/people/directory.ts';
import { fileDirectory } from '../../src/people/file-directory.ts';
import { deliverAll, draft, file, people, tenant, type World, who, world } from './world.ts';

const notFound = { ok: false, refusal: { kind: 'not-found' } };

describe('a report', () => {
  test('about oneself is refused with what to do, whether picked or typed', async () => {
    const casework = await world();
    for (const subject of [
      { name: 'x', oid: who('Asha').oid },
      { name: 'asha okafor', oid: null },
    ])
      expect(
        await fileReport(casework, who('Asha'), { ...draft, subjects: [subject] }, 'nonce-nonce-nonce'),
      ).toMatchObject({
        refusal: {
          kind: 'bad-inputs',
          problems: [{ field: 'subjects', problem: expect.stringContaining('somebody else') }],
        },
      });
    expect(await casework.store.list({ kind: 'incident' })).toEqual([]);
  });

  test('from another tenant, or without a nonce, is not taken', async () => {
    const casework = await world();
    const foreign = { ...who('Asha'), tenant: '20000000-0000-4000-8000-000000000009' };
    expect(await fileReport(casework, foreign, draft, 'nonce-nonce-nonce')).toMatchObject({
      refusal: { kind: 'not-yours' },
    });
    for (const nonce of ['', 'fifteen-letters'])
      expect(await fileReport(casework, who('Asha'), draft, nonce)).toMatchObject({
        refusal: { kind: 'bad-inputs', problems: [{ field: 'nonce' }] },
      });
  });

  test.each<[string, Partial<ReportDraft>, boolean]>([
    ['the same words', {}, false],
    ['the same words with blanks around them', { happened: ` ${draft.happened}\n` }, false],
    ['the same person, picked under another spelling', { subjects: [{ name: 'tom', oid: who('Tom').oid }] }, false],
    ['other words', { happened: `${draft.happened} Again.` }, true],
    ['another level', { level: 'anonymous' }, true],
    ['another person', { subjects: [{ name: 'Jamie Holt', oid: who('Jamie').oid }] }, true],
    ['one person more', { witnesses: [{ name: 'Jamie Holt', oid: null }] }, true],
    ['words left out', { happened: '' }, true],
  ])(
    'sent again with %s gives the first receipt, and says whether the answers differ',
    async (_what, more, differs) => {
      const casework = await world();
      const first = await fileReport(casework, who('Asha'), draft, 'nonce-nonce-nonce');
      if (!first.ok) throw new Error('It is a report.');
      expect(first.value.differs).toBe(false);
      const again = await fileReport(casework, who('Asha'), { ...draft, ...more }, 'nonce-nonce-nonce');
      expect(again).toEqual({ ok: true, value: { ...first.value, differs } });
      expect(await openIncident(casework, who('Priya'), first.value.reference)).toMatchObject({
        value: { level: 'named', report: { happened: draft.happened }, parties: [{ name: 'Tom Ashdown' }] },
      });
    },
  );

  test('withdrawn twice is withdrawn once', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    const first = await withdrawReport(casework, who('Asha'), reference, 'It stopped.');
    expect(first).toMatchObject({ ok: true, value: { status: 'withdrawn', statusLabel: 'You withdrew it' } });
    expect(await withdrawReport(casework, who('Asha'), reference, 'It stopped.')).toEqual(first);
  });

  test("speaks to its reporter in the reporter's words, and says on whose word a deadline stands", async () => {
    const casework = await world();
    const receipt = await file(casework);
    const promises = [
      { clock: 'acknowledge', label: 'We acknowledge your report', source: 'to be confirmed by HR' },
      { clock: 'triage', label: 'We choose how to deal with it', source: 'to be confirmed by HR' },
    ];
    expect(receipt.deadlines).toMatchObject(promises);
    expect(await reportStatus(casework, who('Asha'), receipt.reference)).toMatchObject({
      value: { statusLabel: 'We have your report', deadlines: promises },
    });
    expect(await openIncident(casework, who('Priya'), receipt.reference)).toMatchObject({
      value: { statusLabel: 'Submitted', deadlines: [{ label: 'Acknowledge the report' }, { label: 'Triage' }] },
    });
  });

  test('with the nonce of somebody else is a report of its own', async () => {
    const casework = await world();
    const one = await fileReport(casework, who('Asha'), draft, 'nonce-nonce-nonce');
    const other = await fileReport(casework, who('Jamie'), draft, 'nonce-nonce-nonce');
    if (!one.ok || !other.ok) throw new Error('Both are reports.');
    expect(other.value.reference).not.toBe(one.value.reference);
  });

  test('about somebody who may be one of several keeps all of them out until a caseworker knows', async () => {
    const twins = [
      ...people,
      ...['17', '18'].map((end) => ({
        ...{ oid: `10000000-0000-4000-8000-0000000000${end}`, tenant, name: 'Chris Vale', title: 'HR caseworker' },
        ...{ email: null, type: 'employee' as const, manager: who('Helen').oid, groups: ['hr-casework'], left: false },
      })),
    ];
    const casework = await world({ directory: fileDirectory(twins) });
    const { reference } = await file(casework, { subjects: [{ name: 'chris vale', oid: null }] });
    const chris = (end: string) => ({ oid: `10000000-0000-4000-8000-0000000000${end}`, tenant, name: 'Chris Vale' });
    expect(await openIncident(casework, chris('17'), reference)).toEqual(notFound);
    expect(await openIncident(casework, chris('18'), reference)).toEqual(notFound);
    const named = { part: 'subject', name: 'chris vale', oid: chris('17').oid } as const;
    expect(await nameParty(casework, who('Priya'), reference, named)).toMatchObject({ ok: true });
    expect(await openIncident(casework, chris('17'), reference)).toEqual(notFound);
    expect(await openIncident(casework, chris('18'), reference)).toMatchObject({ ok: true });
  });

  test('about the head of HR passes all of HR by, and goes to the independent handler', async () => {
    const casework = await world();
    const { reference } = await file(casework, { subjects: [{ name: 'Helen Strand', oid: who('Helen').oid }] });
    expect((await deliverAll(casework)).map(({ to }) => to)).toEqual(['Nadia Rahman']);
    for (const name of ['Priya', 'Colin', 'Helen'])
      expect(await openIncident(casework, who(name), reference)).toEqual(notFound);
    expect(await openIncident(casework, who('Nadia'), reference)).toMatchObject({ ok: true });
  });

  test('about a member of the Board goes to the company secretary', async () => {
    const casework = await world();
    await file(casework, { subjects: [{ name: 'Oliver Tennant', oid: who('Oliver').oid }] });
    expect((await deliverAll(casework)).map(({ to }) => to)).toEqual(['Sunita Verma']);
  });

  test.each([
    ['agency', ['Colin Marsh', 'Martin Sorley', 'Priya Nandakumar']],
    ['other-provider', ['Colin Marsh', 'Priya Nandakumar']],
    ['public', ['Colin Marsh', 'Priya Nandakumar']],
    ['unknown', ['Colin Marsh', 'Priya Nandakumar']],
    ['board-member', ['Sunita Verma']],
  ])('about somebody of type %s has a route', async (relation, expected) => {
    const casework = await world();
    await file(casework, { subjects: [{ name: 'Zed Qux', oid: null }], relation });
    expect((await deliverAll(casework)).map(({ to }) => to)).toEqual(expected);
  });

  test('is not told to a case manager of whom the reporter was not told (E4)', async () => {
    const casework = await world();
    await file(casework, { managersTold: false });
    expect((await deliverAll(casework)).map(({ to }) => to)).toEqual(['Colin Marsh', 'Priya Nandakumar']);
  });

  test('reaches nobody who has left', async () => {
    const gone = people.map((person) => (person.name === 'Martin Sorley' ? { ...person, left: true } : person));
    const casework = await world({ directory: fileDirectory(gone) });
    const { reference } = await file(casework);
    expect((await deliverAll(casework)).map(({ to }) => to)).toEqual(['Colin Marsh', 'Priya Nandakumar']);
    expect(await openIncident(casework, who('Martin'), reference)).toEqual(notFound);
  });
});

describe('when everybody who could take a report is excluded', () => {
  test('it is kept, the reporter is told where else to go, and it is taken as soon as somebody is free', async () => {
    const below = (manager: string | null) =>
      people.map((person) => (person.name === 'Nadia Rahman' ? { ...person, manager } : person));
    let directory = fileDirectory(below(who('Helen').oid));
    const casework = await world({
      directory: {
        person: (oid) => directory.person(oid),
        find: (typed) => directory.find(typed),
        managersOf: (oid) => directory.managersOf(oid),
        members: (group) => directory.members(group),
      },
    });
    const receipt = await file(casework, { subjects: [{ name: 'Helen Strand', oid: who('Helen').oid }] });
    expect(receipt).toMatchObject({ routed: false, readers: [] });
    expect(receipt.outside.length).toBeGreaterThan(0);
    for (const instant of ['2026-06-08T09:00:00Z', '2026-06-09T09:00:00Z', '2026-07-20T09:00:00Z']) {
      await runClocks(casework.at(instant));
      expect(await deliverAll(casework)).toEqual([]);
    }
    directory = fileDirectory(below(null));
    await runClocks(casework.at('2026-07-20T09:15:00Z'));
    expect((await deliverAll(casework)).map(({ to }) => to)).toEqual(['Nadia Rahman']);
    expect(await reportStatus(casework, who('Asha'), receipt.reference)).toMatchObject({
      value: { readers: ['Independent handlers outside HR'] },
    });
  });
});

describe('while the directory is down', () => {
  /** The sample people behind a switch. */
  function switched(): { directory: Directory; up: { now: boolean } } {
    const up = { now: false };
    const inner = fileDirectory(people);
    const guard =
      <T>(ask: (key: string) => Promise<T>) =>
      async (key: string) => {
        if (!up.now) throw new DirectoryDown('no answer');
        return ask(key);
      };
    const { person, find, managersOf, members } = inner;
    return {
      up,
      directory: { person: guard(person), find: guard(find), managersOf: guard(managersOf), members: guard(members) },
    };
  }

  test('a report is taken and waits; when the directory is back, names are looked up and it is routed by them', async () => {
    const { directory, up } = switched();
    const casework = await world({ directory });
    const receipt = await file(casework, { subjects: [{ name: 'Priya Nandakumar', oid: null }] });
    expect(receipt).toMatchObject({ routed: false, readers: [] });
    expect(await reportStatus(casework, who('Asha'), receipt.reference)).toMatchObject({
      value: { status: 'submitted' },
    });
    casework.at('2026-06-08T09:00:00Z');
    await runClocks(casework);
    expect(await deliverAll(casework)).toEqual([]);
    up.now = true;
    await runClocks(casework);
    expect((await deliverAll(casework)).map(({ to }) => to)).toEqual(['Colin Marsh', 'Martin Sorley']);
    expect(await openIncident(casework, who('Priya'), receipt.reference)).toEqual(notFound);
  });

  test('everybody is told so, whether the incident exists or not', async () => {
    const { directory, up } = switched();
    const casework = await world({ directory });
    const { reference } = await file(casework);
    for (const one of [reference, 'CIP-00000-00000'])
      expect(await openIncident(casework, who('Priya'), one)).toEqual({
        ok: false,
        refusal: { kind: 'directory-down' },
      });
    expect(await myIncidents(casework, who('Priya'))).toEqual({ ok: false, refusal: { kind: 'directory-down' } });
    up.now = true;
    await runClocks(casework.at('2026-06-08T09:00:00Z'));
    up.now = false;
    expect(await deliverAll(casework)).toEqual([]);
    up.now = true;
    expect(await deliverAll(casework)).toHaveLength(3);
  });

  test('a reporter can still look and withdraw, and those who must know are told later', async () => {
    const { directory, up } = switched();
    up.now = true;
    const casework = await world({ directory });
    const { reference } = await file(casework);
    await deliverAll(casework);
    up.now = false;
    expect(await withdrawReport(casework, who('Asha'), reference, '')).toMatchObject({
      value: { status: 'withdrawn' },
    });
    expect(await deliverAll(casework)).toEqual([]);
    up.now = true;
    await deliverAll(casework);
    expect((await deliverAll(casework)).map(({ to }) => to)).toEqual([
      'Colin Marsh',
      'Martin Sorley',
      'Priya Nandakumar',
    ]);
  });
});

describe('stepping back', () => {
  test('ends access at once, tells another, leaves the clock as it was (D4)', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    await deliverAll(casework);
    const before = await openIncident(casework, who('Priya'), reference);
    await moveIncident(casework, who('Priya'), reference, 'acknowledge', {}, 1);
    await deliverAll(casework);
    casework.at('2026-06-10T10:00:00Z');
    expect(await recuse(casework, who('Priya'), reference, 'I know the family.')).toEqual({
      ok: true,
      value: { reference },
    });
    expect(await openIncident(casework, who('Priya'), reference)).toEqual(notFound);
    expect(await myIncidents(casework, who('Priya'), { whose: 'team' })).toEqual({
      ok: true,
      value: { rows: [], more: null },
    });
    expect((await deliverAll(casework)).map(({ to }) => to)).toEqual(['Colin Marsh', 'Martin Sorley']);
    const after = await openIncident(casework, who('Colin'), reference);
    if (!before.ok || !after.ok) throw new Error('Both were caseworkers when they looked.');
    const triage = (view: typeof before.value) => view.deadlines.find(({ clock }) => clock === 'triage')?.by;
    expect(triage(after.value)).toBe(triage(before.value));
  });

  test('of the whole team passes it to the independent handler', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    await recuse(casework, who('Priya'), reference, '');
    await recuse(casework, who('Colin'), reference, '');
    expect((await deliverAll(casework)).map(({ to }) => to)).toContain('Nadia Rahman');
    expect(await openIncident(casework, who('Nadia'), reference)).toMatchObject({ ok: true });
  });

  test('of the case manager names another, who is told', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    await deliverAll(casework);
    await recuse(casework, who('Martin'), reference, '');
    const seen = await openIncident(casework, who('Priya'), reference);
    // Sunita manages Tom, and Rhys manages Asha: nobody else of the case managers may know.
    expect(seen).toMatchObject({ value: { people: [] } });
  });
});

describe('a name that may mean several people', () => {
  const twins = [
    ...people,
    ...['17', '18'].map((end) => ({
      ...{ oid: `10000000-0000-4000-8000-0000000000${end}`, tenant, name: 'Chris Vale', title: `Officer ${end}` },
      ...{ email: null, type: 'employee' as const, manager: who('Helen').oid, groups: ['hr-casework'], left: false },
    })),
  ];
  const chris = (end: string) => ({ oid: `10000000-0000-4000-8000-0000000000${end}`, tenant, name: 'Chris Vale' });
  const triage = { misconduct: 'comments', urgency: 'normal', 'person-type': 'employee' };

  async function acknowledged() {
    const casework = await world({ directory: fileDirectory(twins) });
    const { reference } = await file(casework, { subjects: [{ name: 'chris vale', oid: null }] });
    await moveIncident(casework, who('Priya'), reference, 'acknowledge', {}, 1);
    return { casework, reference };
  }

  test('is settled at triage, from a list of those whom it may mean', async () => {
    const { casework, reference } = await acknowledged();
    const seen = await openIncident(casework, who('Priya'), reference);
    if (!seen.ok) throw new Error('Priya may see it.');
    const asked = seen.value.moves.find(({ move }) => move === 'triage')?.inputs.find(({ id }) => id === 'subject');
    expect(asked).toMatchObject({ required: false, kind: 'choice' });
    expect(asked?.options.map(({ label }) => label)).toEqual([
      'Chris Vale, Officer 17',
      'Chris Vale, Officer 18',
      'Nobody in our directory',
    ]);
    const forged = await moveIncident(
      casework,
      who('Priya'),
      reference,
      'triage',
      { ...triage, subject: who('Colin').oid },
      2,
    );
    expect(forged).toMatchObject({ refusal: { kind: 'bad-inputs', problems: [{ field: 'subject' }] } });
    expect(
      await moveIncident(casework, who('Priya'), reference, 'triage', { ...triage, subject: chris('17').oid }, 2),
    ).toMatchObject({ ok: true });
    expect(await openIncident(casework, chris('17'), reference)).toEqual(notFound);
    expect(await openIncident(casework, chris('18'), reference)).toMatchObject({ ok: true });
  });

  test('and means none of them frees them all', async () => {
    const { casework, reference } = await acknowledged();
    await moveIncident(casework, who('Priya'), reference, 'triage', { ...triage, subject: 'nobody' }, 2);
    for (const end of ['17', '18'])
      expect(await openIncident(casework, chris(end), reference)).toMatchObject({ ok: true });
  });

  test('is not asked about where nobody is in question', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    await moveIncident(casework, who('Priya'), reference, 'acknowledge', {}, 1);
    const seen = await openIncident(casework, who('Priya'), reference);
    expect(JSON.stringify(seen)).not.toContain('Which of these people');
  });
});

describe('a triage that shows a conflict', () => {
  async function acknowledged(): Promise<{ casework: World; reference: string }> {
    const casework = await world();
    const { reference } = await file(casework, {
      subjects: [{ name: 'the tall one from the third floor', oid: null }],
    });
    await moveIncident(casework, who('Priya'), reference, 'acknowledge', {}, 1);
    return { casework, reference };
  }

  test('takes it from whoever named their own manager', async () => {
    const { casework, reference } = await acknowledged();
    const helen = { part: 'subject', name: 'the tall one from the third floor', oid: who('Helen').oid } as const;
    expect(await nameParty(casework, who('Priya'), reference, helen)).toEqual({
      ok: false,
      refusal: { kind: 'handed-on', reference },
    });
    expect(await openIncident(casework, who('Priya'), reference)).toEqual(notFound);
    expect(await openIncident(casework, who('Nadia'), reference)).toMatchObject({ ok: true });
  });

  test('passes it to the team of the type that it finds', async () => {
    const { casework, reference } = await acknowledged();
    const inputs = { misconduct: 'comments', urgency: 'normal', 'person-type': 'board-member' };
    await moveIncident(casework, who('Priya'), reference, 'triage', inputs, 2);
    expect(await openIncident(casework, who('Sunita'), reference)).toMatchObject({ ok: true });
    expect(await openIncident(casework, who('Priya'), reference)).toEqual(notFound);
  });
});

describe('a forged press', () => {
  test('with a role, a person or a verb of its own making does nothing', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    const move = (by: string, name: string, inputs = {}, version = 1) =>
      moveIncident(casework, who(by), reference, name, inputs, version);
    expect(await move('Priya', '__proto__')).toMatchObject({ refusal: { kind: 'not-yours' } });
    expect(await move('Priya', 'withdraw')).toMatchObject({ refusal: { kind: 'not-yours' } });
    expect(await move('Priya', 'decide', { outcome: 'dismissal', reason: 'x', role: 'decision-maker' })).toMatchObject({
      refusal: { kind: 'not-yours' },
    });
    await move('Priya', 'acknowledge');
    await move('Priya', 'triage', { misconduct: 'comments', urgency: 'normal', 'person-type': 'employee' }, 2);
    await move('Priya', 'consider-just-culture', { 'just-culture': 'formal', reason: 'x' }, 3);
    for (const investigator of ['Tom', 'Priya', 'Asha', 'Jamie'])
      expect(await move('Priya', 'investigate', { investigator: who(investigator).oid, reason: 'x' }, 4)).toMatchObject(
        { ok: false },
      );
    const seen = await openIncident(casework, who('Priya'), reference);
    if (!seen.ok) throw new Error('Priya may see it.');
    const offered = seen.value.moves
      .find(({ move: name }) => name === 'investigate')
      ?.inputs.find(({ id }) => id === 'investigator');
    // Grace has the same manager as Tom, and is not below him: she may investigate.
    expect(offered?.options.map(({ label }) => label)).toEqual(['Grace Oyelaran, Investigating officer']);
  });
});
