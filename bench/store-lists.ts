/**
 * Lists by look-up key and by due time among 1,000 and among many records, on both engines: a page must cost the same.
 * `node bench/store-lists.ts [records] [seconds for each figure]`, 1,000,000 and 2 unless told.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Backend } from '../src/store/backend.ts';
import { readDataKeys } from '../src/store/data-keys.ts';
import { passingKeyring } from '../src/store/keyring.ts';
import { openBackend } from '../src/store/open-store.ts';
import { sealRecord } from '../src/store/sealed-rows.ts';
import { openSealedStore } from '../src/store/sealed-store.ts';
import type { DataKey } from '../src/store/sealing.ts';
import type { Query, Store } from '../src/store/store.ts';
import { runSql, startOwnServer } from '../test/store/postgres-server.ts';

const many = Number(process.argv[2] ?? 1_000_000);
const seconds = Number(process.argv[3] ?? 2);
const few = 1_000;
const start = Date.parse('2026-06-08T08:00:00Z');
const dueOf = (n: number) => new Date(start + ((n * 7919) % 100_000) * 60_000).toISOString();

/** The first thirty are somebody's; the others are one team's, half of them ended. */
function record(n: number) {
  const ended = n >= 30 && n % 2 === 1;
  const keys =
    n < 30
      ? ['holder:mine:open', 'team:casework:open']
      : [`team:casework:${ended ? 'ended' : 'open'}`, `holder:h${n % 997}:open`];
  return {
    ...{ kind: 'incident', id: `CIP-${String(n).padStart(10, '0')}`, version: 1, status: ended ? 'closed' : 'triaged' },
    ...{ due: ended ? null : dueOf(n), keys, body: { events: [{ kind: 'reported', happened: 'x'.repeat(300) }] } },
  };
}

const queries: readonly (readonly [string, Query])[] = [
  ['somebody’s own, 30', { kind: 'incident', key: 'holder:mine:open', limit: 21 }],
  ['a team’s open, first page', { kind: 'incident', key: 'team:casework:open', limit: 21 }],
  [
    'a team’s open, a page in the middle',
    { kind: 'incident', key: 'team:casework:open', after: { due: dueOf(50), id: 'CIP-0000000050' }, limit: 21 },
  ],
  ['a team’s ended, first page', { kind: 'incident', key: 'team:casework:ended', limit: 21 }],
  [
    'a team’s open that are due, none',
    { kind: 'incident', key: 'team:casework:open', dueBy: '2020-01-01T00:00:00.000Z', limit: 21 },
  ],
  ['what is due, none (the scheduler)', { kind: 'incident', dueBy: '2020-01-01T00:00:00.000Z', limit: 100 }],
];

async function fill(backend: Backend, key: DataKey, from: number, to: number): Promise<void> {
  for (let n = from; n < to; n += 2_000) {
    const rows = Array.from({ length: Math.min(2_000, to - n) }, (_, k) => sealRecord(record(n + k), key));
    await backend.insertRows(rows);
  }
}

async function p99(store: Store, query: Query): Promise<number> {
  const times: number[] = [];
  for (const until = performance.now() + seconds * 1_000; performance.now() < until; ) {
    const at = performance.now();
    await store.list(query);
    times.push(performance.now() - at);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.99)] ?? 0;
}

async function measure(name: string, place: { databaseUrl: string | null; file: string }): Promise<void> {
  const keyring = passingKeyring();
  const backend = await openBackend(place);
  const store = await openSealedStore(backend, keyring);
  const { newest } = await readDataKeys(backend, keyring);
  await fill(backend, newest, 0, few);
  if (place.databaseUrl !== null) await runSql(place.databaseUrl, 'VACUUM ANALYZE');
  const before: number[] = [];
  for (const [, query] of queries) before.push(await p99(store, query));
  const began = performance.now();
  await fill(backend, newest, few, many);
  print(
    `\n${name}: filled in ${((performance.now() - began) / 1_000).toFixed(0)} s, ${((await backend.status()).bytes / many).toFixed(0)} bytes a record`,
  );
  if (place.databaseUrl !== null) await runSql(place.databaseUrl, 'VACUUM ANALYZE');
  for (const [index, [what, query]] of queries.entries()) {
    const [small = 0, large] = [before[index], await p99(store, query)];
    print(
      `  ${what.padEnd(40)}p99 ${small.toFixed(2)} ms among ${few}, ${large.toFixed(2)} ms among ${many}: ${(large / small).toFixed(2)} times`,
    );
  }
  await store.close();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const folder = mkdtempSync(join(tmpdir(), 'bench-lists-'));
const server = await startOwnServer();
try {
  await measure('SQLite', { databaseUrl: null, file: join(folder, 'store.db') });
  await measure('PostgreSQL', { databaseUrl: server.url, file: '' });
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}
process.exit();
