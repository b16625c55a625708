import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { passingKeyring } from '../../src/store/keyring.ts';
import { openSealedStore } from '../../src/store/sealed-store.ts';
import { openSqliteBackend, openSqliteStore } from '../../src/store/sqlite.ts';
import type { Change, Store } from '../../src/store/store.ts';
import { StoreRefused, StoreUnavailable } from '../../src/store/store-error.ts';

const keyring = passingKeyring();
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-trouble-'));
  file = join(folder, 'store.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (id: string, body: unknown = 'x'): Change => ({
  put: { kind: 'incident', id, status: 'open', due: null, keys: [], body },
  replaces: 0,
});
const ids = async (store: Store) => (await store.list({ kind: 'incident' })).map(({ id }) => id);
const isRoot = userInfo().uid === 0;

/** A file system of 1 MB, where the machine lets us make one. */
function mountSmall(place: string): boolean {
  mkdirSync(place);
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place]).status === 0;
}

test('a full disk is said to be full, nothing of the commit is there, and it goes on when there is room', async () => {
  const small = join(folder, 'small');
  const mounted = mountSmall(small);
  try {
    const backend = await openSqliteBackend(mounted ? join(small, 'store.db') : file);
    const store = await openSealedStore(backend, keyring);
    await store.commit([put('before')]);
    // Where no file system can be mounted, SQLite is told to refuse more pages: the same error from the same engine.
    if (!mounted) backend.connection.run((database) => database.exec('PRAGMA max_page_count = 40'));
    const error = await store.commit([put('first'), put('big', 'x'.repeat(2_000_000))]).catch((reason) => reason);
    expect(error).toBeInstanceOf(StoreUnavailable);
    expect(error.message).toBe('The disk is full. Not stored, nothing was lost, try again. (sqlite 13)');
    expect(await ids(store)).toEqual(['before']);
    if (mounted) execFileSync('mount', ['-o', 'remount,size=16m', small]);
    await store.commit([put('first'), put('big', 'x'.repeat(2_000_000))]);
    expect(await ids(store)).toEqual(['before', 'big', 'first']);
    await store.close();
  } finally {
    if (mounted) execFileSync('umount', [small]);
  }
});

test('a file that may not grow breaks commits half-way: what was acknowledged is whole, and it goes on by itself', () => {
  const child = new URL('./quota-child.ts', import.meta.url).pathname;
  const limited = ['-c', 'ulimit -S -f 600; exec "$0" "$@"', process.execPath, '--no-warnings', child, file];
  const { stdout, stderr } = spawnSync('sh', limited, { encoding: 'utf8' });
  expect(stderr).toBe('');
  const { acknowledged, lost, torn, findings } = JSON.parse(stdout);
  expect({ lost, torn, findings }).toEqual({ lost: [], torn: [], findings: [] });
  expect(acknowledged).toBeGreaterThan(20);
});

test('a folder that may not be written is said to be so, and opens once it may', () => {
  const child = new URL('./open-child.ts', import.meta.url).pathname;
  const nobody = isRoot ? { uid: 65534, gid: 65534 } : {};
  const open = () =>
    spawnSync(process.execPath, ['--no-warnings', child, file], { ...nobody, encoding: 'utf8' }).stdout;
  if (isRoot) chownSync(folder, 65534, 65534);
  chmodSync(folder, 0o555);
  expect(open()).toMatch(/^StoreUnavailable: The store can be read but not written\./);
  chmodSync(folder, 0o755);
  expect(open()).toBe('opened');
});

test('a lock by another program is waited for, then said to be one; the next commit goes through', async () => {
  const store = await openSqliteStore(file, keyring);
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  const waiting = store.commit([put('patient')]);
  setTimeout(() => other.exec('COMMIT'), 300);
  await waiting;
  other.exec('BEGIN IMMEDIATE');
  await expect(store.commit([put('late')])).rejects.toThrow(/^Another program keeps the store locked\. Not stored/);
  expect(await ids(store)).toEqual(['patient']);
  other.exec('COMMIT');
  await store.commit([put('late')]);
  expect(await ids(store)).toEqual(['late', 'patient']);
  other.close();
  await store.close();
});

test('a service that waits for a lock goes on answering reads', async () => {
  const store = await openSqliteStore(file, keyring);
  await store.commit([put('a')]);
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  const waiting = store.commit([put('b')]);
  expect(await ids(store)).toEqual(['a']);
  other.exec('COMMIT');
  await waiting;
  other.close();
  await store.close();
});

test.each([
  ['a text file', () => writeFileSync(file, 'These are not the records you are looking for. '.repeat(50))],
  [
    'a store of a newer release',
    async () => {
      await (await openSqliteStore(file, keyring)).close();
      const database = new DatabaseSync(file);
      database.exec("INSERT INTO migration VALUES (99, 'of tomorrow')");
      database.close();
    },
  ],
])('refuses %s and leaves it as it is', async (_what, make) => {
  await make();
  await expect(openSqliteStore(file, keyring)).rejects.toThrow(StoreRefused);
  await expect(openSqliteStore(file, keyring)).rejects.toThrow(/is not a store|schema 99.*newer release/);
});

test('the files of a store are for its owner alone', async () => {
  const store = await openSqliteStore(file, keyring);
  await store.commit([put('a')]);
  for (const name of readdirSync(folder))
    expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
  await store.close();
});
