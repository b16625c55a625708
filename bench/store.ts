/**
 * Commits a second of the store against the raw limit of the same engine: the same bytes in as many rows, the same
 * durability, the same number of callers, in the same run. `node bench/store.ts [seconds for each figure]`
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { passingKeyring } from '../src/store/keyring.ts';
import { openBackend } from '../src/store/open-store.ts';
import { openSealedStore } from '../src/store/sealed-store.ts';
import type { Change, Store } from '../src/store/store.ts';
import { startOwnServer } from '../test/store/postgres-server.ts';
import { fileReport, moveOn } from '../test/store/workload.ts';

const seconds = Number(process.argv[2] ?? 2);
const bodyBytes = 1000;
const callers = [1, 16, 64];

/** One act, done by so many callers over and over; gives acts a second and the 99th percentile in ms. */
async function rate(
  callersAtOnce: number,
  act: (n: number) => Promise<unknown>,
): Promise<{ rate: number; p99: number }> {
  const times: number[] = [];
  let n = 0;
  const start = performance.now();
  const until = start + seconds * 1000;
  const call = async () => {
    while (performance.now() < until) {
      const began = performance.now();
      await act(n++);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: callersAtOnce }, call));
  times.sort((a, b) => a - b);
  return {
    rate: times.length / ((performance.now() - start) / 1000),
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
  };
}

let series = 0;
async function compare(
  engine: string,
  store: Store,
  raw: (batch: number) => (n: number) => Promise<unknown>,
): Promise<void> {
  for (const count of callers) {
    const name = `s${series++}`;
    const limit = await rate(count, raw(count));
    const ours = await rate(count, (n) => store.commit([oneRecord(`${name}-${n}`)]));
    const share = ((100 * ours.rate) / limit.rate).toFixed(0);
    print(
      `${engine}, ${count} callers`,
      `${ours.rate.toFixed(0)}/s, p99 ${ours.p99.toFixed(1)} ms`,
      `raw ${limit.rate.toFixed(0)}/s, ${share} %`,
    );
  }
  const name = `s${series++}`;
  const reports = await rate(16, (n) => fileReport(store, `${name}-${n}`));
  print(
    `${engine}, reports, 16 callers`,
    `${reports.rate.toFixed(0)}/s, p99 ${reports.p99.toFixed(1)} ms`,
    '5 records each: incident, 2 alerts, audit entry and head',
  );
}

function oneRecord(id: string): Change {
  const body = { text: randomBytes(bodyBytes / 2).toString('hex') };
  return { put: { kind: 'bench', id, status: 'open', due: null, keys: [], body }, replaces: 0 };
}

/** SQLite's limit for so many callers: one transaction, one fsync, for all that wait at the same time. */
function rawSqlite(file: string): (batch: number) => (n: number) => Promise<unknown> {
  const database = new DatabaseSync(file);
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE raw (id TEXT PRIMARY KEY, body BLOB)',
  );
  const insert = database.prepare('INSERT INTO raw VALUES (?, ?)');
  let waiting: (() => void)[] = [];
  let row = 0;
  return (batch) => () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length < batch && batch > 1) return;
      database.exec('BEGIN IMMEDIATE');
      for (const _ of waiting) insert.run(`r${row++}`, randomBytes(bodyBytes));
      database.exec('COMMIT');
      for (const done of waiting.splice(0)) setImmediate(done);
      waiting = [];
    });
}

function rawPostgres(pool: pg.Pool): () => (n: number) => Promise<unknown> {
  let row = 0;
  return () => () =>
    pool.query({ name: 'raw', text: 'INSERT INTO raw VALUES ($1, $2)', values: [`r${row++}`, randomBytes(bodyBytes)] });
}

/** Bytes on disk for each incident that was filed and moved twice, with its alerts and its trail. */
async function sizes(place: { databaseUrl: string | null; file: string }, engine: string): Promise<void> {
  const backend = await openBackend(place);
  const store = await openSealedStore(backend, passingKeyring());
  const before = (await backend.status()).bytes;
  const incidents = 1000;
  for (let n = 0; n < incidents; n += 50)
    await Promise.all(
      Array.from({ length: 50 }, async (_, k) => {
        await fileReport(store, `i${n + k}`);
        await moveOn(store, `i${n + k}`, 'm1');
        await moveOn(store, `i${n + k}`, 'm2');
      }),
    );
  const { bytes, records } = await backend.status();
  const count = records.reduce((sum, record) => sum + record.count, 0);
  await store.close();
  const size = engine === 'SQLite' ? statSync(place.file).size : bytes;
  print(
    `${engine}, on disk`,
    `${((size - before) / incidents / 1024).toFixed(1)} KiB an incident`,
    `${((size - before) / count).toFixed(0)} bytes a record, ${(count / incidents).toFixed(0)} records each`,
  );
}

function print(...columns: string[]): void {
  process.stdout.write(`${columns.map((column, n) => column.padEnd([34, 28][n] ?? 0)).join('')}\n`);
}

const folder = mkdtempSync(join(tmpdir(), 'bench-store-'));
const server = await startOwnServer();
try {
  print(`${cpus().length} cores, ${seconds} s a figure, ${bodyBytes} bytes a record`);
  const file = join(folder, 'store.db');
  const sqlite = await openSealedStore(await openBackend({ file }), passingKeyring());
  await compare('SQLite', sqlite, rawSqlite(join(folder, 'raw.db')));
  await sqlite.close();
  const pool = new pg.Pool({ connectionString: server.url, max: 10 });
  await pool.query('CREATE TABLE raw (id text PRIMARY KEY, body bytea)');
  const postgres = await openSealedStore(await openBackend({ databaseUrl: server.url, file }), passingKeyring());
  await compare('PostgreSQL', postgres, rawPostgres(pool));
  await postgres.close();
  await pool.query('CREATE DATABASE sizes');
  await pool.end();
  await sizes({ databaseUrl: null, file: join(folder, 'sizes.db') }, 'SQLite');
  await sizes({ databaseUrl: server.url.replace(/postgres$/, 'sizes'), file }, 'PostgreSQL');
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}
process.exit();
