import { messageReporter } from '../../src/casework/act-on-incident.ts';
import { addToReport, answerCheckIn, messageCasework, withdrawReport } from '../../src/casework/change-report.ts';
import { moveIncident } from '../../src/casework/move-incident.ts';
import { myIncidents } from '../../src/casework/my-incidents.ts';
import { myReports, reportStatus } from '../../src/casework/my-reports.ts';
import { openIncident } from '../../src/casework/open-incident.ts';
import { revealIdentity } from '../../src/casework/reveal-identity.ts';
import { readAudit } from '../../src/store/audit.ts';
import type { Change, Store } from '../../src/store/store.ts';
import { deliverAll, file, type World, who, world } from './world.ts';

/** A world whose store also tells everything that was ever written to it. */
async function watchedWorld(): Promise<{ casework: World; written: () => string }> {
  const plain = await world();
  const inner = plain.store;
  const all: Change[] = [];
  const store: Store = {
    read: (kind, id) => inner.read(kind, id),
    list: (query) => inner.list(query),
    commit: (changes) => {
      all.push(...changes);
      return inner.commit(changes);
    },
    close: () => inner.close(),
  };
  return { casework: Object.assign(plain, { store }), written: () => JSON.stringify(all) };
}

describe('a confidential report', () => {
  test('shows its reporter to no caseworker, nor in anything stored with the incident', async () => {
    const { casework, written } = await watchedWorld();
    const { reference, code } = await file(casework, { level: 'confidential' });
    expect(code).toBeNull();
    await deliverAll(casework);
    const opened = await openIncident(casework, who('Priya'), reference);
    expect(opened).toMatchObject({ ok: true, value: { reporter: expect.stringContaining('Kept apart') } });
    expect(JSON.stringify(opened)).not.toMatch(new RegExp(`Asha|${who('Asha').oid}`));
    const incident = await casework.store.read('incident', reference);
    expect(JSON.stringify(incident)).not.toMatch(new RegExp(`Asha|${who('Asha').oid}`));
    const places = written()
      .split('"put"')
      .filter((part) => part.includes(who('Asha').oid));
    expect(places.map((part) => /"kind":"([a-z-]+)"/.exec(part)?.[1])).toEqual(['identity']);
  });

  test("keeps the reporter's own line out all the same", async () => {
    const casework = await world();
    await file(casework, { level: 'confidential', subjects: [], relation: 'employee' });
    expect((await deliverAll(casework)).map(({ to }) => to)).toEqual([
      'Colin Marsh',
      'Martin Sorley',
      'Priya Nandakumar',
    ]);
  });

  test('is found again by the person who made it, who hears of its progress', async () => {
    const casework = await world();
    const { reference } = await file(casework, { level: 'confidential' });
    await deliverAll(casework);
    await moveIncident(casework, who('Colin'), reference, 'acknowledge', { message: 'I have it.' }, 1);
    expect(await deliverAll(casework)).toMatchObject([
      { to: 'Asha Okafor', notice: { ask: 'There is a message for you here.' } },
    ]);
    expect(await myReports(casework, who('Asha'))).toMatchObject({
      value: [{ reference, messages: [{ from: 'casework', text: 'I have it.' }] }],
    });
  });

  test('opens its identity to the custodian alone, with a reason that stays', async () => {
    const casework = await world();
    const { reference } = await file(casework, { level: 'confidential' });
    const reason = 'The police ask for a statement, case 14.';
    expect(await revealIdentity(casework, who('Priya'), reference, reason)).toMatchObject({
      refusal: { kind: 'not-yours' },
    });
    expect(await revealIdentity(casework, who('Rhys'), reference, reason)).toMatchObject({
      refusal: { kind: 'not-found' },
    });
    expect(await revealIdentity(casework, who('Ffion'), reference, 'curious')).toMatchObject({
      refusal: { kind: 'bad-inputs' },
    });
    expect(await revealIdentity(casework, who('Ffion'), reference, reason)).toMatchObject({
      ok: true,
      value: { name: 'Asha Okafor' },
    });
    const seen = await openIncident(casework, who('Priya'), reference);
    expect(seen).toMatchObject({
      value: { history: expect.arrayContaining([expect.objectContaining({ by: 'Ffion Bevan', text: reason })]) },
    });
    const entries = await readAudit(casework.store, { kind: 'incident', id: reference });
    expect(entries.map(({ who: by, what }) => [by, what])).toContainEqual([
      who('Ffion').oid,
      'incident.identity-revealed',
    ]);
  });

  test('the custodian sees no content by being custodian', async () => {
    const casework = await world();
    const { reference } = await file(casework, { level: 'confidential' });
    expect(await openIncident(casework, who('Ffion'), reference)).toMatchObject({ refusal: { kind: 'not-found' } });
    expect(await myIncidents(casework, who('Ffion'), { whose: 'team' })).toEqual({
      ok: true,
      value: { rows: [], more: null },
    });
  });
});

describe('an anonymous report', () => {
  test('leaves no id or name of its reporter anywhere, whatever they do with it', async () => {
    const { casework, written } = await watchedWorld();
    const asha = who('Asha');
    const { reference, code } = await file(casework, { level: 'anonymous', happened: 'A cruel picture in a group.' });
    const proof = { code: code ?? '' };
    await deliverAll(casework);
    await moveIncident(casework, who('Priya'), reference, 'acknowledge', {}, 1);
    await messageReporter(casework, who('Priya'), reference, 'Are you safe?');
    expect(await reportStatus(casework, asha, reference, proof)).toMatchObject({
      value: { messages: [{ text: 'Are you safe?' }] },
    });
    await messageCasework(casework, asha, reference, 'Yes, I am.', proof);
    await addToReport(casework, asha, reference, 'There is a second picture.', proof);
    await answerCheckIn(casework, asha, reference, false, '', proof);
    await withdrawReport(casework, asha, reference, 'It stopped.', proof);
    await deliverAll(casework);
    expect(written()).not.toMatch(new RegExp(`${asha.oid}|${asha.name}|${code}`));
    expect(await myReports(casework, asha)).toEqual({ ok: true, value: [] });
    expect(await openIncident(casework, who('Priya'), reference)).toMatchObject({
      value: { status: 'withdrawn', reporter: 'Anonymous' },
    });
  });

  test('is found by reference and code, in whatever way they are typed, by anybody who has both', async () => {
    const casework = await world();
    const { reference, code } = await file(casework, { level: 'anonymous' });
    const typed = (code ?? '').toLowerCase().replaceAll('-', ' ');
    expect(await reportStatus(casework, who('Jamie'), ` ${reference.toLowerCase()} `, { code: typed })).toMatchObject({
      ok: true,
    });
  });

  test("is not found by another's code, and whoever tries on must wait, while a new report is always taken", async () => {
    const casework = await world();
    const one = await file(casework, { level: 'anonymous' });
    const other = await file(casework, { level: 'anonymous' });
    const dev = who('Dev');
    for (let tries = 0; tries < 10; tries++)
      expect(await reportStatus(casework, dev, one.reference, { code: other.code ?? '' })).toMatchObject({
        refusal: { kind: 'not-found' },
      });
    expect(await reportStatus(casework, dev, one.reference, { code: one.code ?? '' })).toEqual({
      ok: false,
      refusal: { kind: 'too-many-tries', againAt: '2026-06-08T08:15:00.000Z' },
    });
    expect(await file(casework, {}, dev)).toMatchObject({ reference: expect.stringMatching(/^CIP-/) });
    casework.at('2026-06-08T08:15:01.000Z');
    expect(await reportStatus(casework, dev, one.reference, { code: one.code ?? '' })).toMatchObject({ ok: true });
  });

  test('gives the same code when the same form comes again', async () => {
    const casework = await world();
    const first = await file(casework, { level: 'anonymous' });
    expect(first.code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    expect((await file(casework, { level: 'anonymous' })).code).not.toBe(first.code);
  });
});

test("another person's receipt opens nothing, at any level", async () => {
  const casework = await world();
  for (const level of ['named', 'confidential', 'anonymous']) {
    const { reference } = await file(casework, { level });
    for (const ask of [
      reportStatus,
      (...args: Parameters<typeof reportStatus>) => withdrawReport(args[0], args[1], args[2], ''),
    ])
      expect(await ask(casework, who('Jamie'), reference)).toEqual({ ok: false, refusal: { kind: 'not-found' } });
  }
});
