import { type AuditEvent, auditChanges, auditRead, readAudit } from '../../src/store/audit.ts';
import { anchorAudit, readAnchor } from '../../src/store/audit-checkpoint.ts';
import { passingKeyring } from '../../src/store/keyring.ts';
import { openSealedStore } from '../../src/store/sealed-store.ts';
import { openSqliteBackend, type SqliteBackend } from '../../src/store/sqlite.ts';
import { type Change, Conflict, type Store } from '../../src/store/store.ts';
import { type AuditReport, verifyAudit } from '../../src/store/verify-audit.ts';
import { verifyRows } from '../../src/store/verify-rows.ts';

const keyring = passingKeyring();
let backend: SqliteBackend;
let store: Store;
beforeEach(async () => {
  backend = await openSqliteBackend(':memory:');
  store = await openSealedStore(backend, keyring);
});
afterEach(() => store.close());

const at = '2026-11-23T09:00:00.000Z';
const put = (id: string, replaces: number, body: unknown): Change => ({
  put: { kind: 'incident', id, status: 'open', due: null, keys: [`reporter:${id}`], body },
  replaces,
});
const event = (id: string, what: string, change?: Change): AuditEvent => ({
  record: { kind: 'incident', id },
  who: 'oid-1',
  what,
  at,
  ...(change && { change }),
});

/** Enters `moves` changes of an incident and then a look at it. */
async function live(id: string, moves: number): Promise<void> {
  for (let version = 0; version < moves; version++) {
    const change = put(id, version, { note: `canary ${version}` });
    await store.commit([change, ...(await auditChanges(store, [event(id, 'incident.moved', change)]))]);
  }
  await auditRead(store, { ...event(id, 'incident.read') });
}

const sql = (text: string) => backend.connection.run((database) => database.exec(text));
const places = (report: AuditReport) => report.findings.map(({ where, what }) => `${where}: ${what}`);
const verify = async () => places(await verifyAudit(store));

test('a trail as it was written has nothing to find, before and after checkpoints', async () => {
  await live('a', 3);
  await live('b', 1);
  expect(await verifyAudit(store)).toEqual({ entries: 6, chains: 2, checkpoints: 0, findings: [] });
  await anchorAudit(store, at);
  await live('c', 1);
  await anchorAudit(store, at);
  await store.commit([
    { remove: { kind: 'incident', id: 'b' }, replaces: 1 },
    ...(await auditChanges(store, [
      event('b', 'incident.erased', { remove: { kind: 'incident', id: 'b' }, replaces: 1 }),
    ])),
  ]);
  expect(await verifyAudit(store)).toEqual({ entries: 9, chains: 3, checkpoints: 2, findings: [] });
});

test('says who did what, when, and nothing of the content', async () => {
  await live('a', 2);
  const entries = await readAudit(store, { kind: 'incident', id: 'a' });
  expect(entries.map(({ number, who, what, left }) => [number, who, what, left?.version])).toEqual([
    [1, 'oid-1', 'incident.moved', 1],
    [2, 'oid-1', 'incident.moved', 2],
    [3, 'oid-1', 'incident.read', undefined],
  ]);
  expect(JSON.stringify(entries)).not.toContain('canary');
  expect(await readAudit(store, { kind: 'incident', id: 'a' }, 2)).toHaveLength(1);
  expect(await store.list({ kind: 'audit-entry', key: 'who:oid-1' })).toHaveLength(3);
});

test('a change that meets another leaves neither state nor entry, and goes in when it is decided again', async () => {
  await live('a', 1);
  const [mine, theirs] = [put('a', 1, 'mine'), put('a', 1, 'theirs')];
  const audits = await Promise.all([mine, theirs].map((change) => auditChanges(store, [event('a', 'moved', change)])));
  await store.commit([theirs, ...(audits[1] ?? [])]);
  await expect(store.commit([mine, ...(audits[0] ?? [])])).rejects.toThrow(Conflict);
  const again = put('a', 2, 'mine');
  await store.commit([again, ...(await auditChanges(store, [event('a', 'moved', again)]))]);
  expect(await readAudit(store, { kind: 'incident', id: 'a' })).toHaveLength(4);
  expect(await verify()).toEqual([]);
});

test('many looks at one record at once are all entered', async () => {
  await live('a', 1);
  await Promise.all(Array.from({ length: 8 }, () => auditRead(store, event('a', 'incident.read'))));
  expect(await verifyAudit(store)).toMatchObject({ entries: 10, findings: [] });
});

test('finds nothing wrong while others go on writing and checkpointing', async () => {
  await live('a', 5);
  let done = false;
  const writing = (async () => {
    for (let n = 0; !done; n++) {
      await live(`w${n}`, 2);
      if (n % 3 === 0) await anchorAudit(store, at);
    }
  })();
  for (let n = 0; n < 20; n++) expect(await verify()).toEqual([]);
  done = true;
  await writing;
  expect(await verify()).toEqual([]);
});

describe('finds, and says where,', () => {
  beforeEach(async () => {
    await live('a', 3);
    await live('b', 2);
    await anchorAudit(store, at);
    await live('c', 1);
    await anchorAudit(store, at);
    await live('late', 2);
  });
  const entry = (id: string, number: number) => `kind = 'audit-entry' AND id = 'incident/${id}/0000000${number}'`;

  test.each([
    ['a removed entry', `DELETE FROM record WHERE ${entry('a', 2)}`, 'incident/a entry 2: is missing'],
    ['the first entry removed', `DELETE FROM record WHERE ${entry('a', 1)}`, 'incident/a entry 1: is missing'],
    [
      'the last entry removed',
      `DELETE FROM record WHERE ${entry('a', 4)}`,
      'incident/a entry 4: is missing; checkpoint 1 has seen it',
    ],
    [
      'the last entry of a trail not yet signed',
      `DELETE FROM record WHERE ${entry('late', 3)}`,
      'incident/late entry 3: is missing',
    ],
    [
      'a whole record removed with its trail',
      "DELETE FROM record WHERE id = 'b' OR id LIKE 'incident/b%'",
      'incident/b entry 1: is missing; checkpoint 1 has seen it',
    ],
    [
      'two entries that have changed places',
      `UPDATE record SET id = 'x' WHERE ${entry('a', 1)}; UPDATE record SET id = 'incident/a/00000001' WHERE ${entry('a', 2)};
       UPDATE record SET id = 'incident/a/00000002' WHERE kind = 'audit-entry' AND id = 'x'`,
      'incident/a entry 1: was changed',
    ],
    [
      'an entry with the sealing of another',
      `UPDATE record SET sealed = (SELECT sealed FROM record WHERE ${entry('b', 1)}) WHERE ${entry('a', 1)}`,
      'incident/a entry 1: was changed',
    ],
    [
      'a chain head removed',
      "DELETE FROM record WHERE kind = 'audit-chain' AND id = 'incident/a'",
      'audit chain of incident/a: is missing',
    ],
    [
      'a checkpoint removed',
      "DELETE FROM record WHERE kind = 'audit-checkpoint' AND id = '00000001'",
      'checkpoint 1: is missing',
    ],
    [
      'the last checkpoint removed',
      "DELETE FROM record WHERE kind = 'audit-checkpoint' AND id = '00000002'",
      'checkpoint 2: is missing',
    ],
    [
      'the mark of the last checkpoint removed',
      "DELETE FROM record WHERE kind = 'audit-latest'",
      'the mark of the last checkpoint: is missing',
    ],
    [
      'the signing key removed',
      "DELETE FROM record WHERE kind = 'audit-signer'",
      'checkpoint 1: does not fit its signature',
    ],
    [
      'an audited record removed',
      "DELETE FROM record WHERE kind = 'incident' AND id = 'a'",
      'incident/a: is missing; its last audit entry left it at version 3',
    ],
  ])('%s', async (_what, damage, expected) => {
    expect(await verify()).toEqual([]);
    sql(damage);
    expect(await verify()).toContain(expected);
  });

  test('a record changed without an entry by somebody who has the key', async () => {
    await store.commit([put('a', 3, 'rewritten')]);
    expect(await verify()).toEqual(['incident/a: is at version 4; its last audit entry left it at 3']);
  });

  test('an entry rewritten by somebody who has the key', async () => {
    const found = await store.read('audit-entry', 'incident/a/00000002');
    if (found === undefined) throw new Error('no entry');
    const { version, ...fields } = found;
    await store.commit([{ put: { ...fields, body: { ...(fields.body as object), who: 'oid-2' } }, replaces: version }]);
    expect(await verify()).toEqual(['incident/a entry 2: was changed']);
  });

  test('a trail rewritten from its beginning by somebody who has the key: the checkpoint has signed another', async () => {
    for (const table of ['audit-entry', 'audit-chain', 'incident'])
      for (const { kind, id, version } of await store.list({ kind: table }))
        if (id === 'b' || id.startsWith('incident/b'))
          await store.commit([{ remove: { kind, id }, replaces: version }]);
    await auditRead(store, event('b', 'incident.touched'));
    await live('b', 1);
    await auditRead(store, event('b', 'incident.read'));
    expect(await verify()).toContain('incident/b entry 3: is not the one that checkpoint 1 has signed');
  });

  test('a store put back as a whole, by an anchor kept outside', async () => {
    const anchor = await readAnchor(store);
    if (anchor === undefined) throw new Error('no anchor');
    expect(places(await verifyAudit(store, anchor))).toEqual([]);
    const forged = { ...anchor, number: 1 };
    expect(places(await verifyAudit(store, forged))).toEqual(['the anchor given: does not fit its signature']);
    const other = await openSealedStore(await openSqliteBackend(':memory:'), keyring);
    expect(places(await verifyAudit(other, anchor))).toEqual([
      'checkpoint 2: is not the one of the anchor given: the store was put back or replaced',
    ]);
    await other.close();
  });

  test('a change of any one byte of any row, and a look-up that was tampered with', async () => {
    const rows = backend.connection.run((database) => database.prepare('SELECT rowid, * FROM record').all());
    const columns = ['id', 'version', 'status', 'due', 'hashes', 'sealed'] as const;
    sql('DROP TRIGGER record_changed');
    const missed: string[] = [];
    for (const [n, row] of rows.entries()) {
      const column = columns[n % columns.length] as (typeof columns)[number];
      const damaged = flipOneByte(row[column], n);
      const set = (value: unknown) =>
        backend.connection.run((database) =>
          database.prepare(`UPDATE record SET ${column} = ? WHERE rowid = ?`).run(value as never, row.rowid as never),
        );
      set(damaged);
      const { findings } = await verifyRows(backend, keyring);
      if (findings.length === 0) missed.push(`${row.kind} ${row.id} ${column}`);
      if (String(row.kind).startsWith('audit') && (await verify()).length === 0) missed.push(`audit: ${row.id}`);
      set(row[column]);
    }
    expect(missed).toEqual([]);
    expect((await verifyRows(backend, keyring)).findings).toEqual([]);
    sql("DELETE FROM look_up WHERE kind = 'incident' AND id = 'a'");
    expect((await verifyRows(backend, keyring)).findings).toEqual([
      { where: 'incident/a', what: 'is not found by its keys' },
    ]);
  });
});

function flipOneByte(value: unknown, at: number): unknown {
  if (typeof value === 'number') return value + 1;
  const bytes = Buffer.from(value as string);
  const place = at % bytes.length;
  bytes[place] = (bytes[place] as number) ^ 0x20;
  return typeof value === 'string' ? bytes.toString() : bytes;
}

test('replicas that make checkpoints at the same time, under writing, make one sound row of them', async () => {
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map((id) => live(id, 2)));
  await Promise.all([anchorAudit(store, at), anchorAudit(store, at), live('f', 3), anchorAudit(store, at)]);
  await anchorAudit(store, at);
  expect(await store.list({ kind: 'audit-chain', status: 'moved' })).toEqual([]);
  expect(await verifyAudit(store)).toMatchObject({ entries: 19, chains: 6, findings: [] });
});

test('a record taken for new by mistake meets its own trail, and is entered after it on the next try', async () => {
  await live('a', 1);
  const change = put('a', 1, 'again');
  const asNew = await auditChanges(store, [event('a', 'moved', change)], true);
  await expect(store.commit([change, ...asNew])).rejects.toThrow(Conflict);
  await store.commit([change, ...(await auditChanges(store, [event('a', 'moved', change)]))]);
  expect(await verify()).toEqual([]);
});
