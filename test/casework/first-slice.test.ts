import { fileReport } from '../../src/casework/file-report.ts';
import { moveIncident } from '../../src/casework/move-incident.ts';
import { myReports, reportStatus } from '../../src/casework/my-reports.ts';
import { openIncident } from '../../src/casework/open-incident.ts';
import { deliverAll, draft, file, who, world } from './world.ts';

describe('a named report', () => {
  test('reaches both caseworkers and a case manager who is above nobody concerned', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    const sent = await deliverAll(casework);
    expect(sent.map(({ to }) => to)).toEqual(['Colin Marsh', 'Martin Sorley', 'Priya Nandakumar']);
    for (const { notice } of sent) {
      expect(notice).toMatchObject({ reference, ask: 'A new report waits for you.', by: '2026-06-10T16:00:00.000Z' });
      expect(JSON.stringify(notice)).not.toMatch(/Asha|Tom|cruel|picture/);
    }
    expect(await deliverAll(casework)).toEqual([]);
  });

  test('is acknowledged by a caseworker, which the reporter sees and hears of', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    await deliverAll(casework);
    const opened = await openIncident(casework, who('Priya'), reference);
    if (!opened.ok) throw new Error('Priya must be able to open it');
    expect(opened.value).toMatchObject({ status: 'submitted', reporter: 'Asha Okafor' });
    expect(opened.value.moves.map(({ move }) => move)).toEqual(['acknowledge']);
    const moved = await moveIncident(casework, who('Priya'), reference, 'acknowledge', {}, opened.value.seenVersion);
    expect(moved).toMatchObject({ ok: true, value: { status: 'acknowledged' } });
    expect(await deliverAll(casework)).toMatchObject([
      { to: 'Asha Okafor', notice: { ask: 'There is news for you here.' } },
    ]);
    expect(await reportStatus(casework, who('Asha'), reference)).toMatchObject({
      ok: true,
      value: { statusLabel: 'A caseworker is on it', canWithdraw: 'now' },
    });
    expect(await myReports(casework, who('Asha'))).toMatchObject({ ok: true, value: [{ reference }] });
    expect(await myReports(casework, who('Tom'))).toEqual({ ok: true, value: [] });
  });

  test('delivered five times, and five times at once, is one incident with one set of alerts (C9)', async () => {
    const casework = await world();
    const once = () => fileReport(casework, who('Asha'), draft, 'the-nonce-of-one-form');
    const first = await once();
    const all = [await once(), ...(await Promise.all([once(), once(), once(), once()]))];
    for (const again of all) expect(again).toEqual(first);
    const fresh = await world();
    const results = await Promise.all(
      Array.from({ length: 5 }, () => fileReport(fresh, who('Asha'), draft, 'the-nonce-of-one-form')),
    );
    expect(new Set(results.map((result) => (result.ok ? result.value.reference : 'refused'))).size).toBe(1);
    expect(await deliverAll(fresh)).toHaveLength(3);
    expect(await myReports(fresh, who('Asha'))).toMatchObject({ ok: true, value: [{}] });
  });

  test('is not found by whoever it is about, by a manager above, by a stranger, nor from another tenant', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    const notFound = await openIncident(casework, who('Priya'), 'CIP-00000-00000');
    for (const name of ['Tom', 'Sunita', 'Rowena', 'Rhys', 'Lena', 'Jamie', 'Asha'])
      expect(await openIncident(casework, who(name), reference)).toEqual(notFound);
    const forged = { ...who('Priya'), tenant: '20000000-0000-4000-8000-000000000009' };
    expect(await openIncident(casework, forged, reference)).toEqual(notFound);
  });

  test('is not moved from a card that shows it as it was before', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    await moveIncident(casework, who('Priya'), reference, 'acknowledge', {}, 1);
    expect(await moveIncident(casework, who('Colin'), reference, 'acknowledge', {}, 1)).toEqual({
      ok: false,
      refusal: { kind: 'stale', status: 'acknowledged' },
    });
  });
});
