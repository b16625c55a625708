import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { passingKeyring, readKeyring } from '../../src/store/keyring.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { type Change, Conflict, type Store, type StoredRecord } from '../../src/store/store.ts';
import { StoreRefused } from '../../src/store/store-error.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

const keyring = passingKeyring();
const newFile = () => join(mkdtempSync(join(tmpdir(), 'store-')), 'store.db');

type Put = Omit<StoredRecord, 'version'>;
const blank: Put = { kind: 'incident', id: 'i1', status: 'new', due: null, keys: [], body: {} };
const put = (fields: Partial<Put>, replaces = 0): Change => ({ put: { ...blank, ...fields }, replaces });
const remove = (id: string, replaces: number): Change => ({ remove: { kind: 'incident', id }, replaces });

const backends = [
  ['SQLite in memory', false, openSqliteStore, async () => ':memory:'],
  ['SQLite on disk', true, openSqliteStore, async () => newFile()],
  ['PostgreSQL', true, openPostgresStore, () => server.emptyPlace()],
] as const;

describe.each(backends)('a store on %s', (_name, shared, open, newPlace) => {
  let place: string;
  let store: Store;
  beforeEach(async () => {
    place = await newPlace();
    store = await open(place, keyring);
  });
  afterEach(() => store.close());

  /** A second replica on the same place; in memory there is only the one. */
  const another = async () => (shared ? open(place, keyring) : store);
  const ids = async (query: Parameters<Store['list']>[0]) => (await store.list(query)).map((record) => record.id);

  test('gives back what was put, at version 1', async () => {
    const record = {
      ...blank,
      due: '2026-11-30T09:00:00.000Z',
      keys: ['reporter:4711', 'nonce:a'],
      body: { said: 'It’s 🙈 "quoted" \\ \u0000 \ud800 end', n: 1.5, list: [null, true, { __proto__x: 1 }] },
    };
    await store.commit([{ put: record, replaces: 0 }]);
    expect(await store.read('incident', 'i1')).toEqual({ ...record, version: 1 });
  });

  test.each([
    ['null', null],
    ['a number', 0],
    ['an empty string', ''],
    ['a list', [1, [2]]],
    ['two megabytes', 'x'.repeat(2_000_000)],
  ])('keeps %s as a body', async (_what, body) => {
    await store.commit([put({ body })]);
    expect((await store.read('incident', 'i1'))?.body).toEqual(body);
  });

  test('knows nothing of a record that was never put, of another kind, or removed', async () => {
    await store.commit([put({})]);
    expect(await store.read('incident', 'i2')).toBeUndefined();
    expect(await store.read('alert', 'i1')).toBeUndefined();
    await store.commit([remove('i1', 1)]);
    expect(await store.read('incident', 'i1')).toBeUndefined();
  });

  test('counts versions up, and from 1 again after a removal', async () => {
    await store.commit([put({})]);
    await store.commit([put({ status: 'triaged' }, 1)]);
    expect(await store.read('incident', 'i1')).toMatchObject({ version: 2, status: 'triaged' });
    await store.commit([remove('i1', 2)]);
    await store.commit([put({})]);
    expect(await store.read('incident', 'i1')).toMatchObject({ version: 1, status: 'new' });
  });

  test.each([
    ['a new record that exists', put({ id: 'there', status: 'other' })],
    ['a version that is past', put({ id: 'there', status: 'other' }, 1)],
    ['a version to come', put({ id: 'there', status: 'other' }, 3)],
    ['a change of a record that does not exist', put({ id: 'absent', status: 'other' }, 1)],
    ['a removal of a version that is past', remove('there', 1)],
    ['a removal of a record that does not exist', remove('absent', 1)],
  ])('refuses %s as a conflict, and with it the whole commit', async (_what, change) => {
    await store.commit([put({ id: 'there' }), put({ id: 'beside' })]);
    await store.commit([put({ id: 'there', status: 'second' }, 1)]);
    const others = [put({ id: 'fresh' }), put({ id: 'beside', status: 'touched' }, 1)];
    await expect(store.commit([...others, change])).rejects.toThrow(Conflict);
    await expect(store.commit([change, ...others])).rejects.toThrow(Conflict);
    expect(await store.read('incident', 'there')).toMatchObject({ version: 2, status: 'second' });
    expect(await store.read('incident', 'beside')).toMatchObject({ version: 1, status: 'new' });
    expect(await store.read('incident', 'fresh')).toBeUndefined();
    expect(await store.read('incident', 'absent')).toBeUndefined();
  });

  test('puts, changes and removes in one commit', async () => {
    await store.commit([put({ id: 'a' }), put({ id: 'b' })]);
    await store.commit([put({ id: 'a', status: 'closed' }, 1), remove('b', 1), put({ id: 'c' })]);
    expect(await ids({ kind: 'incident' })).toEqual(['a', 'c']);
  });

  test('takes an empty commit, and refuses one that names a record twice', async () => {
    await store.commit([]);
    await expect(store.commit([put({}), put({}, 1)])).rejects.toThrow('twice');
  });

  test.each([
    ['an empty id', { id: '' }],
    ['NUL in an id', { id: 'a\u0000b' }],
    ['half a character in a status', { status: '\ud800' }],
    ['a due time that is none', { due: 'tomorrow' }],
  ])('refuses %s', async (_what, fields) => {
    await expect(store.commit([put(fields)])).rejects.toThrow(TypeError);
  });

  test('of many commits on one version, one goes through', async () => {
    await store.commit([put({})]);
    const other = await another();
    const tries = Array.from({ length: 20 }, (_, n) => (n % 2 ? store : other).commit([put({ status: `s${n}` }, 1)]));
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Conflict);
    expect((await store.read('incident', 'i1'))?.version).toBe(2);
    if (shared) await other.close();
  });

  test('counts without a gap when replicas retry on conflicts, crosswise over two records', async () => {
    await store.commit([put({ id: 'a', body: 0 }), put({ id: 'b', body: 0 })]);
    const other = await another();
    const addOne = async (to: Store, order: readonly string[]): Promise<void> => {
      const now = await Promise.all(order.map((id) => to.read('incident', id)));
      const changes = now.map((record) => put({ ...record, body: Number(record?.body) + 1 }, record?.version));
      await to
        .commit(changes)
        .catch((error) => (error instanceof Conflict ? addOne(to, order) : Promise.reject(error)));
    };
    await Promise.all(
      Array.from({ length: 12 }, (_, n) => addOne(n % 2 ? store : other, n % 2 ? ['a', 'b'] : ['b', 'a'])),
    );
    expect((await store.read('incident', 'a'))?.body).toBe(12);
    expect((await store.read('incident', 'b'))?.body).toBe(12);
    if (shared) await other.close();
  });

  describe('lists', () => {
    const [nine, ten, eleven] = ['09', '10', '11'].map((hour) => `2026-11-30T${hour}:00:00.000Z`) as [
      string,
      string,
      string,
    ];
    beforeEach(() =>
      store.commit([
        put({ id: 'late', due: eleven, keys: ['subject:x'] }),
        put({ id: 'B', due: nine, status: 'open', keys: ['reporter:x', 'subject:y'] }),
        put({ id: 'a', due: nine, keys: ['reporter:x'] }),
        put({ id: 'never', due: null, keys: ['reporter:y'] }),
        put({ id: 'mid', due: ten, status: 'open' }),
        put({ kind: 'alert', id: 'other', due: nine, keys: ['reporter:x'] }),
      ]),
    );

    test.each([
      ['all of a kind, in order of due, then id, without due last', {}, ['B', 'a', 'mid', 'late', 'never']],
      ['by status', { status: 'open' }, ['B', 'mid']],
      ['due at or before an instant', { dueBy: ten }, ['B', 'a', 'mid']],
      ['due before, however the instant is written', { dueBy: '2026-11-30T11:00:00+01:00' }, ['B', 'a', 'mid']],
      ['due an instant later than that of a record only', { dueBy: '2026-11-30T08:59:59.999Z' }, []],
      ['by key', { key: 'reporter:x' }, ['B', 'a']],
      ['by a key that is the beginning of another', { key: 'reporter:' }, []],
      ['by all at once', { key: 'reporter:x', status: 'open', dueBy: ten }, ['B']],
      ['at most so many', { limit: 2 }, ['B', 'a']],
      ['after a record', { after: { due: nine, id: 'a' } }, ['mid', 'late', 'never']],
      ['after a record without due', { after: { due: null, id: 'a' } }, ['never']],
      ['after the last', { after: { due: null, id: 'never' } }, []],
      ['after, by key', { key: 'reporter:x', after: { due: nine, id: 'B' } }, ['a']],
    ])('%s', async (_what, query, expected) => {
      expect(await ids({ kind: 'incident', ...query })).toEqual(expected);
    });

    test('by the keys of today, not of before', async () => {
      await store.commit([put({ id: 'a', due: nine, keys: ['reporter:z', 'reporter:z'] }, 1), remove('B', 1)]);
      expect(await ids({ kind: 'incident', key: 'reporter:x' })).toEqual([]);
      expect(await ids({ kind: 'incident', key: 'reporter:z' })).toEqual(['a']);
      expect(await ids({ kind: 'incident', key: 'subject:y' })).toEqual([]);
    });

    test('100 unless told', async () => {
      await store.commit(Array.from({ length: 101 }, (_, n) => put({ kind: 'turn', id: `t${n}` })));
      expect(await ids({ kind: 'turn' })).toHaveLength(100);
    });
  });

  if (shared) {
    test('keeps all when it is closed and opened again, and refuses another key', async () => {
      await store.commit([put({ body: 'kept' })]);
      const again = await open(place, keyring);
      expect((await again.read('incident', 'i1'))?.body).toBe('kept');
      await again.close();
      const refusal = await open(place, passingKeyring()).catch((error) => error);
      expect(refusal).toBeInstanceOf(StoreRefused);
      expect(refusal.message).toMatch(/fingerprint [0-9a-f]{8}.*Set DATA_KEY/);
      const rotated = await open(
        place,
        readKeyring(`${'ab'.repeat(32)},${keyring.masters[0].secret.export().toString('hex')}`),
      );
      expect((await rotated.read('incident', 'i1'))?.body).toBe('kept');
      await rotated.close();
    });

    test('opens once for many replicas that start together', async () => {
      const empty = await newPlace();
      const stores = await Promise.all(Array.from({ length: 6 }, () => open(empty, keyring)));
      await Promise.all(stores.map((one, n) => one.commit([put({ id: `i${n}`, body: n })])));
      for (const one of stores) expect(await one.list({ kind: 'incident' })).toHaveLength(6);
      await Promise.all(stores.map((one) => one.close()));
    });
  }
});
