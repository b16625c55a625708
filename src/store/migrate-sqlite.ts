import type { DatabaseSync } from 'node:sqlite';
import { type Migration, migrations } from './migrations.ts';
import { StoreRefused } from './store-error.ts';

/** Brings the schema up to date. Two processes at once: each step runs once, in a transaction that notes it first. */
export function migrateSqlite(database: DatabaseSync, steps = migrations): void {
  const has = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migration'").get();
  if (has === undefined)
    database.exec('CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT');
  const done = Number(database.prepare('SELECT max(number) AS number FROM migration').get()?.number ?? 0);
  refuseNewer(done, steps.length);
  for (const migration of steps.slice(done)) runOnce(database, migration);
}

/** For whoever only looks: changes nothing, and throws `StoreRefused` where there is no store or one of a later release. */
export function assertSqliteSchema(database: DatabaseSync, place: string): void {
  const has = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migration'").get();
  if (has === undefined) throw new StoreRefused(noStoreIn(place));
  refuseNewer(Number(database.prepare('SELECT max(number) AS number FROM migration').get()?.number), migrations.length);
}

export function noStoreIn(place: string): string {
  return `There is no store in ${place} yet. The first start of the bot makes one, or "store migrate".`;
}

/** Throws `StoreRefused` if a later release of this program has been at the store. */
export function refuseNewer(done: number, known: number): void {
  if (done > known)
    throw new StoreRefused(
      `The store has schema ${done}, this release knows ${known}. Start the newer release, or restore a backup of its time.`,
    );
}

function runOnce(database: DatabaseSync, migration: Migration): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const note = database.prepare('INSERT INTO migration (number, name) VALUES (?, ?) ON CONFLICT DO NOTHING');
    if (note.run(migration.number, migration.name).changes === 1) database.exec(migration.sqlite);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
