import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUpStore, restoreStore } from '../../src/store/backup.ts';
import { copyStore } from '../../src/store/copy.ts';
import { passingKeyring } from '../../src/store/keyring.ts';
import { openPostgresBackend } from '../../src/store/postgres.ts';
import { openSealedStore } from '../../src/store/sealed-store.ts';
import { openSqliteBackend, openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { StoreRefused } from '../../src/store/store-error.ts';
import { bendBackend } from './bend-backend.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';
import { fileReport, moveOn, tally } from './workload.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

const keyring = passingKeyring();
const whole = { lost: [], torn: [], findings: [] };
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copy-'));
  file = join(folder, 'store.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A store with reports, moves, and enough rows for several pages. */
async function fill(store: Store, reports: number): Promise<ReadonlyMap<string, number>> {
  const ids = Array.from({ length: reports }, (_, n) => `é${n}`);
  await Promise.all(ids.map((id) => fileReport(store, id)));
  const versions = await Promise.all(ids.map((id) => moveOn(store, id, 'm1')));
  return new Map(ids.map((id, n) => [id, versions[n] ?? 0]));
}

describe('a copy from SQLite to PostgreSQL', () => {
  test('has all records, opens with the same key, and goes on from there', async () => {
    const from = await openSqliteBackend(file);
    const source = await openSealedStore(from, keyring);
    const versions = await fill(source, 120);
    const to = await openPostgresBackend(await server.emptyPlace());
    const { records, digest } = await copyStore(from, to);
    expect(records).toBe((await from.status()).records.reduce((sum, { count }) => sum + count, 0));
    expect(records).toBeGreaterThan(500);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    const target = await openSealedStore(to, keyring);
    expect(await tally(target, versions)).toEqual({ ...whole, incidents: 120 });
    expect(await moveOn(target, 'é0', 'm2')).toBe(3);
    expect(await target.list({ kind: 'incident', key: 'reporter:é7' })).toHaveLength(1);
    await Promise.all([source.close(), target.close()]);
  });

  test('is refused into a store that is not empty', async () => {
    const from = await openSqliteBackend(file);
    const to = await openPostgresBackend(await server.emptyPlace());
    const target = await openSealedStore(to, keyring);
    await expect(copyStore(from, to)).rejects.toThrow(/is not empty/);
    await Promise.all([from.close(), target.close()]);
  });

  test('says so if the source was written to meanwhile', async () => {
    const from = await openSqliteBackend(file);
    const source = await openSealedStore(from, keyring);
    await fill(source, 2);
    const to = await openPostgresBackend(await server.emptyPlace());
    const slow = bendBackend(to, {
      insertRows: async (rows) => {
        await to.insertRows(rows);
        await fileReport(source, 'meanwhile');
      },
    });
    await expect(copyStore(from, slow)).rejects.toThrow(/was written to meanwhile|differs/);
    await Promise.all([source.close(), to.close()]);
  });
});

describe('a backup of a SQLite store', () => {
  test('is taken while the service writes, and restores to a store that is whole', async () => {
    const backend = await openSqliteBackend(file);
    const store = await openSealedStore(backend, keyring);
    const versions = await fill(store, 20);
    let writing = true;
    const service = await openSqliteStore(file, keyring);
    const work = (async () => {
      for (let n = 0; writing; n++) await fileReport(service, `w${n}`);
    })();
    const backup = join(folder, 'backup.db');
    const records = await backUpStore(backend, backup, keyring);
    writing = false;
    await work;
    await Promise.all([store.close(), service.close()]);
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    const target = join(folder, 'restored.db');
    expect(await restoreStore(backup, target, keyring)).toBe(records);
    const restored = await openSqliteStore(target, keyring);
    expect(await tally(restored, versions)).toMatchObject(whole);
    await restored.close();
  });

  test.each([
    ['over a store that is there', () => file, /is there already/],
    ['from a file that is not there', () => join(folder, 'none'), /There is no backup/],
    ['from something else', () => join(folder, 'text'), /is not a store/],
    ['from a backup with a flipped byte', () => join(folder, 'flipped'), /damaged|is not a store/],
    ['with another key', () => join(folder, 'backup'), /fingerprint/],
  ])('is not restored %s, and leaves nothing half done', async (what, source, reason) => {
    const backend = await openSqliteBackend(file);
    const store = await openSealedStore(backend, keyring);
    await fill(store, 5);
    const backup = join(folder, 'backup');
    await backUpStore(backend, backup, keyring);
    await store.close();
    writeFileSync(join(folder, 'text'), 'This is a shopping list. '.repeat(200));
    const bytes = readFileSync(backup);
    const place = bytes.indexOf('incident', bytes.length / 2);
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    writeFileSync(join(folder, 'flipped'), bytes);
    const target = what.includes('over') ? file : join(folder, 'restored.db');
    const ring = what.includes('another key') ? passingKeyring() : keyring;
    const before = existsSync(target);
    const refusal = await restoreStore(source(), target, ring).catch((error) => error);
    expect(refusal).toBeInstanceOf(StoreRefused);
    expect(refusal.message).toMatch(reason);
    expect(existsSync(target)).toBe(before);
    expect(existsSync(`${target}.partial`)).toBe(false);
  });
});
