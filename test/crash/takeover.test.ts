import { deliverDueAlerts } from '../../src/casework/deliver-due-alerts.ts';
import { passingKeyring } from '../../src/store/keyring.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { StoreUnavailable } from '../../src/store/store-error.ts';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { killChildren } from './children.ts';
import { fileSample, sampleCasework } from './sample-casework.ts';
import { takeOver } from './takeover.ts';

describe('processes on one PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());
  afterEach(killChildren);

  test('send each alert once, whichever of them gets there first', async () => {
    const { alerts, doubled, lost } = await takeOver(await server.emptyPlace(), { replicas: 3, reports: 40 });
    expect(alerts).toBeGreaterThanOrEqual(80);
    expect({ doubled, lost }).toEqual({ doubled: 0, lost: 0 });
  }, 240_000);

  test('take over from one that is killed while it sends, once its lease has ended', async () => {
    const { doubled, lost, inHand, takeoverMs } = await takeOver(await server.emptyPlace(), { kills: 1, speed: 5 });
    expect({ doubled, lost }).toEqual({ doubled: 0, lost: 0 });
    expect(inHand).toBeGreaterThan(0);
    expect(takeoverMs).toHaveLength(1);
  }, 240_000);
});

test('an alert that was sent while the store went away is recorded when it is back, and not sent again', async () => {
  const store = await openSqliteStore(':memory:', passingKeyring());
  const casework = sampleCasework(store, () => new Date('2026-06-08T09:00:00Z'));
  await fileSample(casework, 'nonce-nonce-nonce-away');
  let failures = 0;
  let away = false;
  const flaky = {
    ...casework,
    store: {
      read: (kind: string, id: string) => {
        if (!away || kind !== 'alert' || failures++ > 1) return store.read(kind, id);
        return Promise.reject(new StoreUnavailable('disconnected', 'x'));
      },
      list: store.list.bind(store),
      commit: store.commit.bind(store),
      close: store.close.bind(store),
    },
  };
  const told: string[] = [];
  const courier = {
    channel: 'personal-chat' as const,
    deliver: async (_oid: string, { alertId }: { readonly alertId: string }) => {
      told.push(alertId);
      away = true;
      return { outcome: 'delivered' as const, messageId: null };
    },
  };
  await deliverDueAlerts(flaky, { 'personal-chat': courier });
  expect(failures).toBeGreaterThan(1);
  expect(new Set(told).size).toBe(told.length);
  const left = await store.list({ kind: 'alert' });
  expect(left.map(({ status }) => status)).toEqual(told.map(() => 'delivered'));
  await store.close();
});
