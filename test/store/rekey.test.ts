import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { passingKeyring, readKeyring } from '../../src/store/keyring.ts';
import { openBackend } from '../../src/store/open-store.ts';
import { rekey } from '../../src/store/rekey.ts';
import { openSealedStore } from '../../src/store/sealed-store.ts';
import { StoreRefused } from '../../src/store/store-error.ts';
import { bendBackend } from './bend-backend.ts';
import { type PostgresServer, runSql, startPostgres } from './postgres-server.ts';
import { fileReport, moveOn, tally } from './workload.ts';

let server: PostgresServer;
let folder: string;
beforeAll(async () => {
  server = await startPostgres();
  folder = mkdtempSync(join(tmpdir(), 'rekey-'));
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const keyring = passingKeyring();
const whole = { lost: [], torn: [], findings: [] };
let files = 0;
const engines = [
  ['SQLite', async () => ({ databaseUrl: null, file: join(folder, `store-${++files}.db`) })],
  ['PostgreSQL', async () => ({ databaseUrl: await server.emptyPlace(), file: '' })],
] as const;

describe.each(engines)('a new data key on %s', (_name, newPlace) => {
  const open = async (place: Awaited<ReturnType<typeof newPlace>>, ring = keyring) => {
    const backend = await openBackend(place);
    return { backend, store: await openSealedStore(backend, ring) };
  };

  test('seals all anew and forgets the old key; other replicas, busy or idle, go on as before', async () => {
    const place = await newPlace();
    const [busy, idle, admin] = await Promise.all([open(place), open(place), open(place)]);
    await fileReport(busy.store, 'first');
    await idle.store.read('incident', 'first');
    let rotating = true;
    const acknowledged = new Map([['first', 1]]);
    const work = (async () => {
      for (let n = 0; rotating || n < 10; n++) {
        await fileReport(busy.store, `r${n}`);
        acknowledged.set(`r${n}`, await moveOn(busy.store, `r${n}`, 'm1'));
        expect(await busy.store.list({ kind: 'alert', key: `incident:r${n}` })).toHaveLength(3);
      }
    })();
    for (let n = 0; n < 3; n++) await rekey(admin.backend, keyring);
    rotating = false;
    await work;
    expect((await admin.backend.keys()).map(({ id }) => id)).toEqual([4]);
    expect(await idle.store.list({ kind: 'incident', key: 'reporter:first' })).toHaveLength(1);
    acknowledged.set('first', await moveOn(idle.store, 'first', 'm1'));
    expect(await tally(idle.store, acknowledged)).toMatchObject(whole);
    for (const { store } of [busy, idle, admin]) await store.close();
  }, 60_000);

  test('goes on where an interrupted one has stopped', async () => {
    const place = await newPlace();
    const { backend, store } = await open(place);
    for (const id of ['a', 'b', 'c']) await fileReport(store, id);
    const broken = bendBackend(backend, {
      reseal: (rows) => backend.reseal(rows.slice(0, 2)).then(() => Promise.reject(new Error('power cut'))),
    });
    await expect(rekey(broken, keyring)).rejects.toThrow('power cut');
    expect(await tally(store, new Map([['a', 1]]))).toEqual({ ...whole, incidents: 3 });
    await rekey(backend, keyring);
    expect(await backend.keys()).toHaveLength(1);
    expect(await tally(store, new Map([['a', 1]]))).toEqual({ ...whole, incidents: 3 });
    await store.close();
  });

  test('lets an old DATA_KEY be taken out after it', async () => {
    const place = await newPlace();
    const [old, fresh] = ['0a'.repeat(32), '0b'.repeat(32)];
    const before = await open(place, readKeyring(old));
    await fileReport(before.store, 'a');
    await before.store.close();
    const between = await open(place, readKeyring(`${fresh},${old}`));
    await rekey(between.backend, readKeyring(`${fresh},${old}`));
    await between.store.close();
    const after = await open(place, readKeyring(fresh));
    expect(await tally(after.store, new Map([['a', 1]]))).toEqual({ ...whole, incidents: 1 });
    await after.store.close();
    await expect(open(place, readKeyring(old))).rejects.toThrow(StoreRefused);
  });
});

describe('what lies on the disk', () => {
  const canary = 'canary-Zq7';
  const record = {
    kind: 'incident',
    id: 'i1',
    status: 'open',
    due: null,
    keys: [`reporter:${canary}`],
    body: { text: canary, [canary]: 1 },
  };

  test('of SQLite holds nothing of bodies and look-up keys, nor does an error', async () => {
    const file = join(folder, 'canary.db');
    const store = await openSealedStore(await openBackend({ file }), keyring);
    await store.commit([{ put: record, replaces: 0 }]);
    const conflict = await store.commit([{ put: record, replaces: 0 }]).catch((error) => error);
    expect(`${conflict.stack} ${JSON.stringify(conflict)}`).not.toContain(canary);
    const written = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
    expect(written.includes('incident')).toBe(true);
    expect(written.includes(canary)).toBe(false);
    await store.close();
    expect(readFileSync(file).includes(canary)).toBe(false);
  });

  test('of PostgreSQL holds nothing of bodies and look-up keys, nor does an error', async () => {
    const databaseUrl = await server.emptyPlace();
    const store = await openSealedStore(await openBackend({ databaseUrl, file: '' }), keyring);
    await store.commit([{ put: record, replaces: 0 }]);
    const conflict = await store.commit([{ put: record, replaces: 0 }]).catch((error) => error);
    expect(`${conflict.stack} ${JSON.stringify(conflict)}`).not.toContain(canary);
    const [row] = await runSql(databaseUrl, "SELECT r::text AS text, encode(sealed, 'escape') AS sealed FROM record r");
    expect(`${row?.text}`).toContain('incident');
    expect(`${row?.text} ${row?.sealed}`).not.toContain(canary);
    await store.close();
  });
});
