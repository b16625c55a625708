import { fileReport } from '../../src/casework/file-report.ts';
import { moveIncident } from '../../src/casework/move-incident.ts';
import { myReports } from '../../src/casework/my-reports.ts';
import { openIncident } from '../../src/casework/open-incident.ts';
import { runClocks } from '../../src/casework/run-clocks.ts';
import { claimAlert, dueAlerts, recordDelivery } from '../../src/casework/send-alerts.ts';
import { passingKeyring } from '../../src/store/keyring.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { verifyAudit } from '../../src/store/verify-audit.ts';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { draft, file, nameOf, type World, who, world } from './world.ts';

/** Several replicas of the service on one PostgreSQL, as a large organisation runs it. */
describe('three replicas on one PostgreSQL', () => {
  let server: PostgresServer;
  let replicas: World[] = [];

  beforeAll(async () => {
    server = await startPostgres();
  }, 120_000);
  afterAll(() => server.stop());
  beforeEach(async () => {
    const place = await server.emptyPlace();
    const keyring = passingKeyring();
    replicas = [];
    for (let n = 0; n < 3; n++) replicas.push(await world({ store: await openPostgresStore(place, keyring) }));
  });
  afterEach(() => Promise.all(replicas.map(({ store }) => store.close())));

  const one = () => replicas[0] as World;
  /** Every replica sends what is due, at the same time. */
  async function sendAll(): Promise<string[]> {
    const sent = await Promise.all(
      replicas.map(async (replica) => {
        const told: string[] = [];
        for (const id of await dueAlerts(replica)) {
          const claim = await claimAlert(replica, id);
          if (claim === undefined) continue;
          told.push(`${nameOf(claim.oid)}: ${claim.notice.ask}`);
          await recordDelivery(replica, claim, { outcome: 'delivered', messageId: null });
        }
        return told;
      }),
    );
    return sent.flat().sort();
  }

  test('make one incident of one form that reaches all of them, and send each alert once', async () => {
    const results = await Promise.all(
      replicas.map((replica) => fileReport(replica, who('Asha'), draft, 'nonce-nonce-nonce-1')),
    );
    expect(new Set(results.map((result) => (result.ok ? result.value.reference : result.refusal.kind))).size).toBe(1);
    expect(await myReports(one(), who('Asha'))).toMatchObject({ value: [{ status: 'submitted' }] });
    expect(await sendAll()).toEqual([
      'Colin Marsh: A new report waits for you.',
      'Martin Sorley: A new report waits for you.',
      'Priya Nandakumar: A new report waits for you.',
    ]);
    expect(await sendAll()).toEqual([]);
  });

  test('let one of two people who press at once move an incident, and tell the other', async () => {
    const { reference } = await file(one());
    const presses = await Promise.all([
      moveIncident(replicas[1] as World, who('Priya'), reference, 'acknowledge', {}, 1),
      moveIncident(replicas[2] as World, who('Colin'), reference, 'acknowledge', {}, 1),
    ]);
    expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
    expect(presses.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'stale' } });
  });

  test('remind once, whichever of them gets there first, and leave an audit trail that holds', async () => {
    for (let n = 0; n < 5; n++) await file(one());
    await sendAll();
    for (const replica of replicas) replica.at('2026-06-09T16:00:00Z');
    await Promise.all(replicas.map((replica) => runClocks(replica)));
    const reminders = (await sendAll()).filter((line) => line.endsWith('Something is due soon.'));
    expect(reminders).toHaveLength(15);
    expect(await verifyAudit(one().store)).toMatchObject({ findings: [] });
  });

  test('show everybody the same, through whichever of them they ask', async () => {
    const { reference } = await file(one(), { level: 'confidential' });
    for (const replica of replicas) {
      expect(await openIncident(replica, who('Priya'), reference)).toMatchObject({ ok: true });
      expect(await openIncident(replica, who('Tom'), reference)).toEqual({ ok: false, refusal: { kind: 'not-found' } });
    }
  });
});
