import { existsSync } from 'node:fs';
import { BadConfig, readConfig } from '../config.ts';
import { ownKeyring, storePlace } from '../open-own-store.ts';
import type { Backend } from '../store/backend.ts';
import { backUpStore, restoreStore } from '../store/backup.ts';
import { copyStore } from '../store/copy.ts';
import { readDataKeys } from '../store/data-keys.ts';
import type { Keyring } from '../store/keyring.ts';
import { migrations } from '../store/migrations.ts';
import { openBackend, openExistingBackend, type StorePlace } from '../store/open-store.ts';
import { rekey } from '../store/rekey.ts';
import { lookIntoSqlite, SqliteBackend } from '../store/sqlite.ts';
import { StoreRefused, StoreUnavailable } from '../store/store-error.ts';
import { assertStore } from './assert-store.ts';
import type { Command, Terminal } from './command.ts';

interface Task {
  readonly place: StorePlace;
  readonly keyring: () => Keyring;
  readonly argument: string | undefined;
  readonly say: (line: string) => void;
}

/** These make no store and no key: where there is none, they say so. */
const wantsStore: ReadonlySet<string> = new Set(['status', 'backup', 'rekey']);

/** Each takes the store as it stands in the settings and says what it has done. */
const tasks: Record<string, (task: Task) => Promise<void>> = {
  status,
  migrate,
  backup,
  restore,
  copy,
  rekey: rekeyStore,
};

export const command: Command = {
  summary: 'status, migrate, backup, restore, copy to PostgreSQL, rekey',
  help: `npm run cli -- store status            what is in it, and that the key fits
npm run cli -- store migrate           bring its schema up to date (the service does so at its start too)
npm run cli -- store backup FILE       SQLite: while the service runs; every record is opened as a check
npm run cli -- store restore FILE      SQLite: into the data folder, where no store may be
npm run cli -- store copy              from SQLite in the data folder to the empty database of DATABASE_URL
npm run cli -- store rekey --yes       a new data key, every record sealed anew, while the service runs

The store is the one of the settings (DATABASE_URL, or DATA_DIR), the key that of DATA_KEY or the data folder. A backup
does not contain the key: keep a copy of the key elsewhere.

To change DATA_KEY itself: set it to "new,old" and restart every replica, run "store rekey --yes", set it to "new" alone.

PostgreSQL has its own tools for backups, which work while the service runs:
  pg_dump --format=custom --file=FILE "$DATABASE_URL"
  pg_restore --no-owner --dbname="$DATABASE_URL" FILE      (into an empty database)
and then "store status" and "audit verify" here.`,
  async run(args, terminal) {
    const [name = '', argument] = args;
    const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
    if (task === undefined) {
      terminal.stderr.write(`store ${Object.keys(tasks).join(' | store ')}. See --help.\n`);
      return 2;
    }
    if (name === 'rekey' && argument !== '--yes') {
      terminal.stderr.write(
        'This seals every record anew; backups of before need DATA_KEY of before. If you have one: store rekey --yes\n',
      );
      return 2;
    }
    return runTask(name, task, argument, terminal);
  },
};

async function runTask(
  name: string,
  task: (task: Task) => Promise<void>,
  argument: string | undefined,
  terminal: Terminal,
): Promise<number> {
  try {
    const config = readConfig(process.env);
    if (wantsStore.has(name)) assertStore(config);
    const say = (line: string) => void terminal.stdout.write(`${line}\n`);
    await task({ place: storePlace(config), keyring: () => ownKeyring(config), argument, say });
    return 0;
  } catch (error) {
    if (!(error instanceof StoreRefused || error instanceof StoreUnavailable || error instanceof BadConfig))
      throw error;
    terminal.stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function withBackend<T>(
  place: StorePlace,
  use: (backend: Backend) => Promise<T>,
  open = openExistingBackend,
): Promise<T> {
  const backend = await open(place);
  try {
    return await use(backend);
  } finally {
    await backend.close();
  }
}

function status({ place, keyring, say }: Task): Promise<void> {
  const keys = keyring();
  return withBackend(place, async (backend) => {
    const { newest } = await readDataKeys(backend, keys);
    const { engine, schema, bytes, records } = await backend.status();
    const behind =
      schema < migrations.length ? ` of ${migrations.length} (the next start, or "store migrate", brings it up)` : '';
    say(
      `${backend.place}: ${engine}, schema ${schema}${behind}, data key ${newest.id}, ${(bytes / 1024).toFixed(0)} KiB`,
    );
    for (const { kind, status: state, count } of records) say(`  ${String(count).padStart(8)}  ${kind}, ${state}`);
  });
}

/** Makes the store, with its keys, if there is none. */
function migrate({ place, keyring, say }: Task): Promise<void> {
  const keys = keyring();
  const bring = async (backend: Backend) => {
    await readDataKeys(backend, keys);
    say(`${backend.place}: schema ${(await backend.status()).schema}`);
  };
  return withBackend(place, bring, openBackend);
}

async function backup({ place, keyring, argument, say }: Task): Promise<void> {
  if (argument === undefined) throw new StoreRefused('Name the file to write. See --help.');
  const keys = keyring();
  await withBackend(place, async (backend) => {
    if (!(backend instanceof SqliteBackend))
      throw new StoreRefused('PostgreSQL is backed up with pg_dump. See --help.');
    say(`${await backUpStore(backend, argument, keys)} records in ${argument}, all open. The key is not in it.`);
  });
}

async function restore({ place, keyring, argument, say }: Task): Promise<void> {
  if (argument === undefined) throw new StoreRefused('Name the backup. See --help.');
  if (place.databaseUrl) throw new StoreRefused('PostgreSQL is restored with pg_restore. See --help.');
  say(`${await restoreStore(argument, place.file, keyring())} records restored to ${place.file}, all open.`);
}

async function copy({ place, say }: Task): Promise<void> {
  if (!place.databaseUrl) throw new StoreRefused('Set DATABASE_URL to the database to copy to.');
  if (!existsSync(place.file)) throw new StoreRefused(`There is no store at ${place.file}.`);
  const from = await lookIntoSqlite(place.file);
  try {
    const { records, digest } = await withBackend(place, (to) => copyStore(from, to), openBackend);
    say(`${records} records copied, SHA-256 ${digest} on both sides.`);
  } finally {
    await from.close();
  }
}

function rekeyStore({ place, keyring, say }: Task): Promise<void> {
  const keys = keyring();
  return withBackend(place, async (backend) => {
    const { resealed } = await rekey(backend, keys);
    say(
      `${resealed} records sealed under a new data key; the old one is gone. Backups of before need DATA_KEY of before.`,
    );
  });
}
