import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { migratePostgres } from '../../src/store/migrate-postgres.ts';
import { migrateSqlite } from '../../src/store/migrate-sqlite.ts';
import { type Migration, migrations } from '../../src/store/migrations.ts';
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
