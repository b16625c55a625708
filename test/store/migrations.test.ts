import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { migratePostgres } from '../../src/store/migrate-postgres.ts';
import { migrateSqlite } from '../../src/store/migrate-sqlite.ts';
import { type Migration, migrations } from '../../src/store/migrations.ts';
import { lookIntoPostgres, openPostgresBackend } from '../../src/store/postgres.ts';
import { lookIntoSqlite, openSqliteBackend } from '../../src/store/sqlite.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const step = (number: number, sql: string): Migration => ({
  number,
  name: `step ${number}`,
  sqlite: sql,
  postgres: sql,
});
const next = migrations.length + 1;
/** A step that fails if it runs twice, and one that leaves a row each time it runs. */
const later = [
  ...migrations,
  step(next, 'CREATE TABLE tally (n integer)'),
  step(next + 1, 'INSERT INTO tally VALUES (1)'),
];
const failing = [...later, step(next + 2, 'INSERT INTO tally VALUES (2); INSERT INTO nowhere VALUES (1)')];

test('are numbered from 1 without a gap', () => {
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
});

describe('on SQLite', () => {
  let folder: string;
  let database: DatabaseSync;
  const tally = () =>
    database
      .prepare('SELECT n FROM tally')
      .all()
      .map(({ n }) => n);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'migrations-'));
    database = new DatabaseSync(join(folder, 'store.db'));
    migrateSqlite(database);
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  test('run once each, over a store of the release before, whoever comes first', () => {
    const other = new DatabaseSync(join(folder, 'store.db'));
    migrateSqlite(database, later);
    migrateSqlite(other, later);
    migrateSqlite(database, later);
    expect(tally()).toEqual([1]);
    other.close();
  });

  test('are undone as a whole if one fails half-way, and run at the next start', () => {
    expect(() => migrateSqlite(database, failing)).toThrow('nowhere');
    expect(tally()).toEqual([1]);
    migrateSqlite(database, [...later, step(next + 2, 'INSERT INTO tally VALUES (3)')]);
    expect(tally()).toEqual([1, 3]);
  });

  test('never run backwards: the release before refuses the store', () => {
    migrateSqlite(database, later);
    expect(() => migrateSqlite(database)).toThrow(`The store has schema ${next + 1}, this release knows ${next - 1}.`);
  });
});

const [first] = migrations as [Migration];
const [instant, never] = ['2026-11-30T09:00:00.000Z', '~'];
/** Rows as the first release has left them: some with due times, some with several look-up hashes, some with none. */
const ofFirst = Array.from({ length: 30 }, (_, n) => ({
  id: `i${String(n).padStart(2, '0')}`,
  due: n % 3 === 0 ? never : instant,
  hashes: n % 5 === 0 ? [] : n % 2 ? ['aa', `b${n}`] : ['aa'],
}));
const byHash = { kind: 'incident', hashes: ['aa'], limit: 100 };
const expectedOrder = (end: string) =>
  ofFirst.filter(({ due, hashes }) => due === end && hashes.length > 0).map(({ id }) => id);
const allInOrder = [...expectedOrder(instant), ...expectedOrder(never)];

describe('a store of the first release, brought up to date, lists by key as before', () => {
  test('on SQLite, and looking into it before changes nothing', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'migrations-')), 'store.db');
    const database = new DatabaseSync(file);
    migrateSqlite(database, [first]);
    database.exec("INSERT INTO data_key VALUES (1, 'm', x'00')");
    const insert = database.prepare("INSERT INTO record VALUES ('incident', ?, 1, 'open', ?, ?, 1, x'00')");
    for (const { id, due, hashes } of ofFirst) insert.run(id, due, JSON.stringify(hashes));
    database.close();
    const before = await lookIntoSqlite(file);
    expect((await before.status()).schema).toBe(1);
    expect(await before.findBrokenLookUps()).toEqual([]);
    await before.close();
    const after = await openSqliteBackend(file);
    expect((await after.status()).schema).toBe(migrations.length);
    expect((await after.list(byHash)).map(({ id }) => id)).toEqual(allInOrder);
    expect(await after.findBrokenLookUps()).toEqual([]);
    await after.close();
  });

  test('on PostgreSQL, and looking into it before changes nothing', async () => {
    const server = await startPostgres();
    const place = await server.emptyPlace();
    await expect(lookIntoPostgres(place)).rejects.toThrow(/There is no store in postgres:/);
    const client = new pg.Client(place);
    await client.connect();
    await migratePostgres(client, [first]);
    await client.query("INSERT INTO data_key VALUES (1, 'm', '')");
    for (const { id, due, hashes } of ofFirst)
      await client.query("INSERT INTO record VALUES ('incident', $1, 1, 'open', $2, $3, 1, '')", [id, due, hashes]);
    const before = await lookIntoPostgres(place);
    expect((await before.status()).schema).toBe(1);
    await before.close();
    const after = await openPostgresBackend(place);
    expect((await after.list(byHash)).map(({ id }) => id)).toEqual(allInOrder);
    expect(await after.findBrokenLookUps()).toEqual([]);
    // A replica of the release before goes on writing until it is replaced.
    await client.query("UPDATE record SET due = $1, version = 2 WHERE id = 'i01'", [never]);
    await client.query("DELETE FROM record WHERE id = 'i02'");
    const moved = (await after.list(byHash)).map(({ id }) => id);
    expect(moved).not.toContain('i02');
    expect(moved.indexOf('i01')).toBeGreaterThan(moved.indexOf('i29'));
    expect(await after.findBrokenLookUps()).toEqual([]);
    await client.query("DELETE FROM look_up WHERE id = 'i03'");
    expect(await after.findBrokenLookUps()).toEqual(['incident/i03']);
    await Promise.all([after.close(), client.end()]);
    await server.stop();
  }, 60_000);
});

describe('on PostgreSQL', () => {
  let server: PostgresServer;
  let clients: pg.Client[];
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());
  beforeEach(async () => {
    const place = await server.emptyPlace();
    clients = Array.from({ length: 8 }, () => new pg.Client(place));
    await Promise.all(clients.map((client) => client.connect()));
  });
  afterEach(() => Promise.all(clients.map((client) => client.end())));
  const tally = async () => (await clients[0]?.query('SELECT n FROM tally'))?.rows.map(({ n }) => n);

  test('run once each when eight replicas start together on an empty database', async () => {
    await Promise.all(clients.map((client) => migratePostgres(client, later)));
    expect(await tally()).toEqual([1]);
  });

  test('are undone as a whole if one fails half-way, and run at the next start', async () => {
    const [client] = clients as [pg.Client];
    await expect(migratePostgres(client, failing)).rejects.toThrow('nowhere');
    expect(await tally()).toEqual([1]);
    await migratePostgres(client, [...later, step(next + 2, 'INSERT INTO tally VALUES (3)')]);
    expect(await tally()).toEqual([1, 3]);
  });

  test('never run backwards: the release before refuses the store', async () => {
    const [client] = clients as [pg.Client];
    await migratePostgres(client, later);
    await expect(migratePostgres(client)).rejects.toThrow(`schema ${next + 1}, this release knows ${next - 1}.`);
  });
});
