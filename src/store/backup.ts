import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Keyring } from './keyring.ts';
import { lookIntoSqlite, type SqliteBackend } from './sqlite.ts';
import { StoreRefused } from './store-error.ts';
import { verifyRows } from './verify-rows.ts';

/**
 * Writes the store of this moment into a file while the service goes on, opens every record of it, and only then gives it
 * its name. The backup is sealed as the store is: without the key, which is not in it, it is worth nothing.
 */
export async function backUpStore(store: SqliteBackend, target: string, keyring: Keyring): Promise<number> {
  return writeAtOnce(target, keyring, (partial) => {
    store.connection.run((database) => database.prepare('VACUUM INTO ?').run(partial));
  });
}

/** Puts a backup in the place of a store that is not there (any more), after opening every record of it. */
export async function restoreStore(backup: string, target: string, keyring: Keyring): Promise<number> {
  if (!existsSync(backup)) throw new StoreRefused(`There is no backup ${backup}.`);
  return writeAtOnce(target, keyring, (partial) => copyFileSync(backup, partial));
}

async function writeAtOnce(target: string, keyring: Keyring, write: (partial: string) => void): Promise<number> {
  for (const file of [target, `${target}-wal`])
    if (existsSync(file)) throw new StoreRefused(`${file} is there already. Move it away first.`);
  const partial = `${target}.partial`;
  removeFiles(partial);
  closeSync(openSync(partial, 'w', 0o600));
  try {
    write(partial);
    const records = await checkFile(partial, keyring);
    syncToDisk(partial);
    renameSync(partial, target);
    syncToDisk(dirname(target));
    return records;
  } finally {
    removeFiles(partial);
  }
}

async function checkFile(file: string, keyring: Keyring): Promise<number> {
  const backend = await lookIntoSqlite(file);
  try {
    const [check] = backend.connection.run((database) => database.prepare('PRAGMA integrity_check').all());
    const { rows, findings } = await verifyRows(backend, keyring);
    const [first] = findings;
    if (check?.integrity_check !== 'ok' || first !== undefined)
      throw new StoreRefused(`The copy is damaged${first ? ` (${first.where} ${first.what})` : ''}.`);
    return rows;
  } finally {
    await backend.close();
  }
}

function removeFiles(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
}

function syncToDisk(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
