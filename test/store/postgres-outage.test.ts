import { passingKeyring } from '../../src/store/keyring.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { StoreRefused, StoreUnavailable } from '../../src/store/store-error.ts';
import { cutUnder, killUnder } from './outage.ts';
import { runSql, startOwnServer } from './postgres-server.ts';
import { fileReport } from './workload.ts';

const keyring = passingKeyring();
const whole = { lost: [], torn: [], findings: [] };

let server: Awaited<ReturnType<typeof startOwnServer>>;
beforeAll(async () => {
  server = await startOwnServer();
}, 60_000);
afterAll(() => server.stop());

async function emptyPlace(name: string): Promise<string> {
  await runSql(server.url, `CREATE DATABASE ${name}`);
  const url = new URL(server.url);
  url.pathname = name;
  return url.href;
}

test('a server killed under a running store: nothing lost, doubled or torn, and no restart of ours', async () => {
  const { kills, ...counted } = await killUnder(server, await emptyPlace('killed'), 60, 3);
  expect(kills).toBeGreaterThan(1);
  expect(counted).toEqual({ ...whole, incidents: 240 });
}, 120_000);

test('connections cut at any byte: every commit is done once or refused, never twice', async () => {
  const { cuts, ...counted } = await cutUnder(await emptyPlace('cut'), 40);
  expect(cuts).toBeGreaterThan(10);
  expect(counted).toEqual({ ...whole, incidents: 160 });
}, 120_000);

test('a server that is away is said to be away in a sentence, without the address or the password', async () => {
  const url = 'postgres://someone:s3cret@127.0.0.1:9/nowhere';
  const error = await openPostgresStore(url, keyring).catch((reason) => reason);
  expect(error).toBeInstanceOf(StoreUnavailable);
  expect(error).toMatchObject({ trouble: 'disconnected', uncertain: false });
  expect(error.message).toBe('The database cannot be reached. Not stored, nothing was lost, try again. (ECONNREFUSED)');
  expect(error.stack).not.toContain('s3cret');
});

test.each([
  ['a wrong password', (url: URL) => Object.assign(url, { password: 'wr0ng-one' })],
  ['a database that is not there', (url: URL) => Object.assign(url, { pathname: 'absent' })],
])('%s is said to be so, without repeating it', async (_what, spoil) => {
  const error = await openPostgresStore(spoil(new URL(server.url)).href, keyring).catch((reason) => reason);
  expect(error).toMatchObject({ name: 'StoreUnavailable', trouble: 'denied' });
  expect(`${error.stack}`).not.toMatch(/wr0ng-one|absent/);
});

test('refuses a schema that is newer than this release, and a server that does not wait for its disk', async () => {
  const url = await emptyPlace('newer');
  await (await openPostgresStore(url, keyring)).close();
  await runSql(url, "INSERT INTO migration VALUES (99, 'of tomorrow')");
  await expect(openPostgresStore(url, keyring)).rejects.toThrow(/schema 99.*newer release/);
  const careless = await emptyPlace('careless');
  await runSql(careless, 'ALTER DATABASE careless SET synchronous_commit = off');
  await expect(openPostgresStore(careless, keyring)).rejects.toThrow(StoreRefused);
});

test('a read-only server (a standby after a failover) is said to be so', async () => {
  const url = await emptyPlace('standby');
  const store = await openPostgresStore(url, keyring);
  await fileReport(store, 'x');
  await runSql(url, 'ALTER DATABASE standby SET default_transaction_read_only = on');
  await runSql(server.url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'standby'");
  await expect(fileReport(store, 'y')).rejects.toMatchObject({ name: 'StoreUnavailable', trouble: 'read-only' });
  expect(await store.read('incident', 'x')).toBeDefined();
  await runSql(server.url, 'ALTER DATABASE standby RESET default_transaction_read_only');
  await runSql(server.url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'standby'");
  await fileReport(store, 'y');
  await store.close();
});
