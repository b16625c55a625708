import { passingKeyring } from '../../src/store/keyring.ts';
import { openSealedStore } from '../../src/store/sealed-store.ts';
import { openSqliteBackend, type SqliteBackend } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { Damaged } from '../../src/store/store-error.ts';

let backend: SqliteBackend;
let store: Store;
beforeEach(async () => {
  backend = await openSqliteBackend(':memory:');
  store = await openSealedStore(backend, passingKeyring());
  const record = { kind: 'incident', id: 'a', status: 'open', due: null, keys: ['reporter:x'], body: 'first' };
  await store.commit([
    { put: record, replaces: 0 },
    { put: { ...record, id: 'b' }, replaces: 0 },
    { put: { ...record, kind: 'identity' }, replaces: 0 },
  ]);
  await store.commit([{ put: { ...record, body: 'second' }, replaces: 1 }]);
});
afterEach(() => store.close());

const sql = (text: string) => backend.connection.run((database) => database.exec(text));
const from = (kind: string, id: string) => `(SELECT sealed FROM record WHERE kind = '${kind}' AND id = '${id}')`;

describe('what was sealed for one place does not open in another', () => {
  test.each([
    [
      'the body of another record',
      `UPDATE record SET sealed = ${from('incident', 'b')} WHERE kind = 'incident' AND id = 'a'`,
    ],
    [
      'the body of a record of another kind',
      `UPDATE record SET sealed = ${from('identity', 'a')} WHERE kind = 'incident' AND id = 'a'`,
    ],
    ['an earlier version number', "UPDATE record SET version = 1 WHERE kind = 'incident' AND id = 'a'"],
    ['another status', "UPDATE record SET status = 'closed' WHERE kind = 'incident' AND id = 'a'"],
    ['another due time', "UPDATE record SET due = '2026-11-30T09:00:00.000Z' WHERE kind = 'incident' AND id = 'a'"],
    ['another look-up key', "UPDATE record SET hashes = '[\"00\"]' WHERE kind = 'incident' AND id = 'a'"],
    ['nothing at all', "UPDATE record SET sealed = x'' WHERE kind = 'incident' AND id = 'a'"],
    [
      'a record under another id',
      "DELETE FROM record WHERE id = 'b'; UPDATE record SET id = 'b' WHERE kind = 'incident'",
    ],
  ])('%s', async (what, damage) => {
    const id = what.includes('another id') ? 'b' : 'a';
    expect((await store.read('incident', 'a'))?.body).toBe('second');
    sql(damage);
    const error = await store.read('incident', id).catch((reason) => reason);
    expect(error).toBeInstanceOf(Damaged);
    expect(error.message).toContain(`incident ${id} was changed outside`);
    expect(error.message).not.toMatch(/first|second|reporter/);
  });

  test('an older row put back whole', async () => {
    const [old] = await backend.scan({ kind: 'incident', id: 'a' }, 1);
    expect(old).toMatchObject({ id: 'b', version: 1 });
    sql(`UPDATE record SET sealed = ${from('incident', 'b')}, version = 1 WHERE kind = 'incident' AND id = 'a'`);
    await expect(store.read('incident', 'a')).rejects.toThrow(Damaged);
  });
});

test('the same key in two kinds, and the same body twice, look different on the disk', async () => {
  const rows = await backend.scan(null, 10);
  expect(rows).toHaveLength(3);
  const [identity, a, b] = ['identity a', 'incident a', 'incident b'].map((name) =>
    rows.find(({ kind, id }) => `${kind} ${id}` === name),
  );
  expect(a?.hashes).toEqual(b?.hashes);
  expect(a?.hashes).not.toEqual(identity?.hashes);
  expect(new Set(rows.map(({ sealed }) => Buffer.from(sealed).toString('hex'))).size).toBe(3);
});

test('a row that the engine gives for a key which it does not carry is not shown', async () => {
  sql("INSERT INTO look_up SELECT kind, hash, due, 'c' FROM look_up WHERE kind = 'incident' AND id = 'a'");
  await store.commit([
    { put: { kind: 'incident', id: 'c', status: 'open', due: null, keys: [], body: 'other' }, replaces: 0 },
  ]);
  await expect(store.list({ kind: 'incident', key: 'reporter:x' })).rejects.toThrow(/incident c was changed outside/);
});

test('SQLite waits for the disk at every commit', () => {
  const pragma = (name: string) => backend.connection.run((database) => database.prepare(`PRAGMA ${name}`).get());
  expect(pragma('synchronous')).toMatchObject({ synchronous: 2 });
  expect(pragma('foreign_keys')).toMatchObject({ foreign_keys: 1 });
});
