import type pg from 'pg';
import { noStoreIn, refuseNewer } from './migrate-sqlite.ts';
import { type Migration, migrations } from './migrations.ts';
import { StoreRefused } from './store-error.ts';

/** Brings the schema up to date. Replicas starting together: each step runs once, in a transaction that notes it first. */
export async function migratePostgres(client: pg.ClientBase, steps = migrations): Promise<void> {
  await refuseLossy(client);
  await makeNotes(client);
  const done = (await client.query('SELECT coalesce(max(number), 0) AS number FROM migration')).rows[0].number;
  refuseNewer(done, steps.length);
  for (const migration of steps.slice(done)) await runOnce(client, migration);
}

/** For whoever only looks: changes nothing, and throws `StoreRefused` where there is no store or one of a later release. */
export async function assertPostgresSchema(client: pg.ClientBase, place: string): Promise<void> {
  const { rows } = await client.query("SELECT to_regclass('migration') AS name");
  if (rows[0].name === null) throw new StoreRefused(noStoreIn(place));
  const done = (await client.query('SELECT coalesce(max(number), 0) AS number FROM migration')).rows[0].number;
  refuseNewer(done, migrations.length);
}

/** With these off, PostgreSQL answers before a commit is on the disk. */
async function refuseLossy(client: pg.ClientBase): Promise<void> {
  const settings = "SELECT name FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit') AND setting = 'off'";
  const { rows } = await client.query(settings);
  if (rows.length > 0)
    throw new StoreRefused(`PostgreSQL runs with ${rows[0].name} = off, so a commit could be lost. Turn it on.`);
}

/** `CREATE TABLE IF NOT EXISTS` by two at once can fail for one of them (23505, 42710): by then the table is there. */
async function makeNotes(client: pg.ClientBase): Promise<void> {
  const sql = 'CREATE TABLE IF NOT EXISTS migration (number integer PRIMARY KEY, name text NOT NULL)';
  const has = await client.query("SELECT to_regclass('migration') AS name");
  if (has.rows[0].name !== null) return;
  try {
    await client.query(sql);
  } catch (error) {
    if (!['23505', '42P07', '42710'].includes((error as pg.DatabaseError).code ?? '')) throw error;
  }
}

/** The note of the other replica, if it was first, is waited for: the insert stands until that transaction has ended. */
async function runOnce(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    const note = 'INSERT INTO migration (number, name) VALUES ($1, $2) ON CONFLICT DO NOTHING';
    const { rowCount } = await client.query(note, [migration.number, migration.name]);
    if (rowCount === 1) await client.query(migration.postgres);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
