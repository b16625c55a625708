import { messageReporter, pauseClocks, resumeClocks } from '../../src/casework/act-on-incident.ts';
import { answerCheckIn, withdrawReport } from '../../src/casework/change-report.ts';
import { moveIncident } from '../../src/casework/move-incident.ts';
import { myIncidents } from '../../src/casework/my-incidents.ts';
import { reportStatus } from '../../src/casework/my-reports.ts';
import { openIncident } from '../../src/casework/open-incident.ts';
import { runClocks } from '../../src/casework/run-clocks.ts';
import { claimAlert, dueAlerts, recordDelivery } from '../../src/casework/send-alerts.ts';
import { undelivered } from '../../src/casework/undelivered.ts';
import { deliverAll, file, nameOf, type World, who, world } from './world.ts';

/** What everybody is told when the clock stands at an instant, as "name: ask". */
async function toldAt(casework: World, instant: string): Promise<string[]> {
  casework.at(instant);
  await runClocks(casework);
  return (await deliverAll(casework)).map(({ to, notice }) => `${to}: ${notice.ask}`);
}

describe('the clocks', () => {
  test('remind, then escalate, each once, however many replicas run them', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    await deliverAll(casework);
    await openIncident(casework, who('Priya'), reference);
    expect(await toldAt(casework, '2026-06-09T15:59:00Z')).toEqual([]);
    casework.at('2026-06-09T16:00:00Z');
    await Promise.all([runClocks(casework), runClocks(casework), runClocks(casework)]);
    expect((await deliverAll(casework)).map(({ to, notice }) => `${to}: ${notice.ask}`)).toEqual([
      'Colin Marsh: Something is due soon.',
      'Martin Sorley: Something is due soon.',
      'Priya Nandakumar: Something is due soon.',
    ]);
    expect(await toldAt(casework, '2026-06-10T15:59:00Z')).toEqual([]);
    expect(await toldAt(casework, '2026-06-10T16:00:00Z')).toEqual(['Martin Sorley: Something is overdue.']);
    expect(await toldAt(casework, '2026-06-10T17:00:00Z')).toEqual([]);
  });

  test('escalate to the lead where no case manager may know', async () => {
    const casework = await world();
    await file(casework, { managersTold: false });
    expect((await deliverAll(casework)).map(({ to }) => to)).toEqual(['Colin Marsh', 'Priya Nandakumar']);
    casework.at('2026-06-09T15:00:00Z');
    expect(await toldAt(casework, '2026-06-10T16:00:00Z')).toContain('Helen Strand: Something is overdue.');
  });

  test('that were missed for a month are raised once each, not once a day', async () => {
    const casework = await world();
    await file(casework);
    await deliverAll(casework);
    casework.at('2026-07-06T09:00:00Z');
    for (let round = 0; round < 5; round++) await runClocks(casework);
    const told = (await deliverAll(casework)).map(({ to, notice }) => `${to}: ${notice.ask}`);
    expect(told.filter((line) => line === 'Martin Sorley: Something is overdue.')).toHaveLength(1);
  });

  test('go on for others when one incident is broken, and the fault is told', async () => {
    const casework = await world();
    const one = await file(casework);
    const other = await file(casework);
    await deliverAll(casework);
    const record = await casework.store.read('incident', one.reference);
    if (record === undefined) throw new Error('It was filed.');
    const { version, ...put } = record;
    await casework.store.commit([
      { put: { ...put, due: '2026-06-01T00:00:00Z', body: { events: [] } }, replaces: version },
    ]);
    casework.at('2026-06-09T16:00:00Z');
    await expect(runClocks(casework)).rejects.toThrow('jobs could not be done');
    expect(new Set((await deliverAll(casework)).map(({ notice }) => notice.reference))).toEqual(
      new Set([other.reference]),
    );
  });

  test('of more incidents than one round takes are all seen to in one go', async () => {
    const casework = await world();
    for (let n = 0; n < 7; n++) await file(casework);
    while ((await deliverAll(casework)).length > 0);
    casework.at('2026-06-09T16:00:00Z');
    await runClocks(casework, 2);
    const told: string[] = [];
    for (let sent = await deliverAll(casework); sent.length > 0; sent = await deliverAll(casework))
      told.push(...sent.filter(({ notice }) => notice.ask === 'Something is due soon.').map(({ to }) => to));
    expect(told).toHaveLength(21);
  });

  test('stand while paused', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    await deliverAll(casework);
    await openIncident(casework, who('Priya'), reference);
    expect(await pauseClocks(casework, who('Priya'), reference, ' ')).toMatchObject({
      refusal: { kind: 'bad-inputs' },
    });
    expect(await pauseClocks(casework, who('Priya'), reference, 'The reporter is on leave.')).toMatchObject({
      ok: true,
    });
    expect(await toldAt(casework, '2026-06-22T16:00:00Z')).toEqual([]);
    expect(await reportStatus(casework, who('Asha'), reference)).toMatchObject({
      value: { paused: true, deadlines: [] },
    });
    await resumeClocks(casework, who('Priya'), reference);
    expect(await toldAt(casework, '2026-06-23T16:00:00Z')).toHaveLength(3);
    expect(await toldAt(casework, '2026-06-24T16:00:00Z')).toEqual(['Martin Sorley: Something is overdue.']);
  });

  test('ask the reporter after 30 and 90 days, withdrawn or not, and a yes reaches casework (C8)', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    await deliverAll(casework);
    await withdrawReport(casework, who('Asha'), reference, 'I fear for my job.');
    await deliverAll(casework);
    expect(await toldAt(casework, '2026-07-08T07:59:00Z')).toEqual([]);
    const ask = 'We would like to ask how you are.';
    expect(await toldAt(casework, '2026-07-08T08:00:00Z')).toEqual([`Asha Okafor: ${ask}`]);
    expect(await reportStatus(casework, who('Asha'), reference)).toMatchObject({ value: { checkInOpen: true } });
    expect(await answerCheckIn(casework, who('Asha'), reference, true, 'My shifts were cut.')).toMatchObject({
      value: { checkInOpen: false },
    });
    const told = (await deliverAll(casework)).map(({ to, notice }) => `${to}: ${notice.ask}`);
    expect(told).toContain('Priya Nandakumar: A report needs you today.');
    expect(await toldAt(casework, '2026-09-06T08:00:00Z')).toEqual([`Asha Okafor: ${ask}`]);
    expect(await toldAt(casework, '2027-09-06T08:00:00Z')).toEqual([]);
  });
});

describe('an alert', () => {
  test('that nobody opens by the end of the next working day is passed on to the lead, and one that is opened is not', async () => {
    const unread = await world();
    await file(unread);
    await deliverAll(unread);
    expect(await toldAt(unread, '2026-06-09T16:00:00Z')).toContain(
      'Helen Strand: A report waits and nobody has opened it.',
    );
    const opened = await world();
    const { reference } = await file(opened);
    await deliverAll(opened);
    await openIncident(opened, who('Colin'), reference);
    expect((await toldAt(opened, '2026-06-09T16:00:00Z')).join()).not.toContain('Helen');
  });

  test('is taken by one replica, and by another when that one dies', async () => {
    const casework = await world();
    await file(casework);
    const [id = ''] = await dueAlerts(casework);
    const claims = await Promise.all([claimAlert(casework, id), claimAlert(casework, id), claimAlert(casework, id)]);
    const taken = claims.filter((claim) => claim !== undefined);
    expect(taken).toHaveLength(1);
    casework.at('2026-06-08T08:00:59Z');
    expect(await claimAlert(casework, id)).toBeUndefined();
    casework.at('2026-06-08T08:01:00Z');
    expect(await dueAlerts(casework)).toContain(id);
    const second = await claimAlert(casework, id);
    expect(second).toMatchObject({ alertId: id });
    const late = taken[0];
    if (late && second) {
      expect(await recordDelivery(casework, late, { outcome: 'delivered', messageId: 'late' })).toBe(false);
      expect(await recordDelivery(casework, second, { outcome: 'delivered', messageId: 'm' })).toBe(true);
    }
  });

  test('that no channel can deliver stands on the list, for those who may know', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    for (let round = 0; round < 4; round++)
      for (const id of await dueAlerts(casework)) {
        const claim = await claimAlert(casework, id);
        if (claim && nameOf(claim.oid) === 'Colin Marsh')
          await recordDelivery(casework, claim, { outcome: 'unreachable', reason: 'not-installed' });
      }
    expect(await undelivered(casework, who('Priya'))).toMatchObject({
      value: [
        {
          reference,
          to: 'Colin Marsh',
          attempts: ['personal-chat', 'activity-feed', 'casework-channel', 'email'].map((channel) => ({ channel })),
        },
      ],
    });
    expect(await undelivered(casework, who('Tom'))).toEqual({ ok: true, value: [] });
  });

  test('to somebody who has come to be excluded is not sent any more', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    const { nameParty } = await import('../../src/casework/act-on-incident.ts');
    await openIncident(casework, who('Priya'), reference);
    const colin = { part: 'witness', name: 'Colin Marsh', oid: who('Colin').oid } as const;
    expect(await nameParty(casework, who('Priya'), reference, colin)).toMatchObject({ ok: true });
    expect((await deliverAll(casework)).map(({ to }) => to)).not.toContain('Colin Marsh');
  });
});

describe('my incidents', () => {
  test('are the new ones of my team and those with a part for me, soonest due first, page by page', async () => {
    const casework = await world();
    const references: string[] = [];
    for (let day = 1; day <= 5; day++) {
      casework.at(`2026-06-0${day}T09:00:00Z`);
      references.push((await file(casework, { when: 'lately' })).reference);
    }
    const [first = '', second = ''] = references;
    await moveIncident(casework, who('Colin'), first, 'acknowledge', {}, 1);
    const colin = await myIncidents(casework, who('Colin'), { limit: 3 });
    const priya = await myIncidents(casework, who('Priya'), { limit: 10 });
    if (!colin.ok || !priya.ok) throw new Error('Both are caseworkers.');
    expect(priya.value.rows.map(({ reference }) => reference)).toEqual(references.slice(1));
    const rest = await myIncidents(casework, who('Colin'), {
      limit: 3,
      ...(colin.value.more && { after: colin.value.more }),
    });
    if (!rest.ok) throw new Error('Colin is a caseworker.');
    const both = [...colin.value.rows, ...rest.value.rows].map(({ reference }) => reference);
    expect([...both].sort()).toEqual([...references].sort());
    expect(rest.value.more).toBeNull();
    expect(await myIncidents(casework, who('Priya'), { status: 'acknowledged', whose: 'team' })).toMatchObject({
      value: { rows: [{ reference: first, taken: true }] },
    });
    expect(await myIncidents(casework, who('Priya'), { dueBy: '2026-06-03T16:00:00Z' })).toMatchObject({
      value: { rows: [{ reference: second, overdue: true }] },
    });
  });
});

test('messages go both ways and are seen by both', async () => {
  const casework = await world();
  const { reference } = await file(casework);
  await deliverAll(casework);
  await moveIncident(casework, who('Priya'), reference, 'acknowledge', {}, 1);
  await deliverAll(casework);
  const { messageCasework } = await import('../../src/casework/change-report.ts');
  await messageReporter(casework, who('Priya'), reference, 'Can you send the link?');
  await messageCasework(casework, who('Asha'), reference, 'Here: https://social.example/1');
  expect((await deliverAll(casework)).map(({ to }) => to)).toEqual(['Asha Okafor', 'Priya Nandakumar']);
  expect(await reportStatus(casework, who('Asha'), reference)).toMatchObject({
    value: { messages: [{ from: 'casework' }, { from: 'reporter', text: 'Here: https://social.example/1' }] },
  });
});
