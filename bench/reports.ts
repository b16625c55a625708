/**
 * Reports a second on both engines against a raw insert of the same bytes, in one row, with the same durability and as many
 * callers in the same run; and bytes on disk for each incident. `node bench/reports.ts [seconds for each figure]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { Backend } from '../src/store/backend.ts';
import { passingKeyring } from '../src/store/keyring.ts';
import { openBackend } from '../src/store/open-store.ts';
import { openSealedStore } from '../src/store/sealed-store.ts';
import { fileSample, sampleCasework } from '../test/crash/sample-casework.ts';
import { runSql, startOwnServer } from '../test/store/postgres-server.ts';

const seconds = Number(process.argv[2] ?? 3);
const callers = [1, 16, 64];

/** Acts a second by so many callers at once, and the 99th percentile in ms. */
async function rate(atOnce: number, act: (n: number) => unknown): Promise<{ rate: number; p99: number }> {
  const times: number[] = [];
  let n = 0;
  const began = performance.now();
  const call = async () => {
    while (performance.now() < began + seconds * 1000) {
      const at = performance.now();
      await act(n++);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, call));
  times.sort((a, b) => a - b);
  return {
    rate: times.length / ((performance.now() - began) / 1000),
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
  };
}

async function measure(
  name: string,
  backend: Backend,
  prepareRaw: (bytes: number) => Promise<(n: number) => unknown>,
): Promise<void> {
  let bytes = 0;
  let records = 0;
  const counting = new Proxy(backend, {
    get(target, method) {
      if (method === 'commit')
        return (changes: Parameters<Backend['commit']>[0]) => {
          const sealed = changes.flatMap((change) => ('put' in change ? [change.put.sealed.length] : []));
          bytes = sealed.reduce((sum, length) => sum + length, 0);
          records = changes.length;
          return target.commit(changes);
        };
      const own = target[method as keyof Backend];
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
  const casework = sampleCasework(await openSealedStore(counting, passingKeyring()), () => new Date());
  await fileSample(casework, 'nonce-nonce-nonce-counted');
  const raw = await prepareRaw(bytes);
  const size = { before: (await backend.status()).bytes, reports: 0 };
  for (const count of callers) {
    const limit = await rate(count, raw);
    const ours = await rate(count, (n) => {
      size.reports++;
      return fileSample(casework, `nonce-nonce-nonce-${count}-${n}`);
    });
    print(
      `${name}, ${count} callers: ${ours.rate.toFixed(0)} reports/s, p99 ${ours.p99.toFixed(1)} ms; ` +
        `raw insert of ${bytes} bytes ${limit.rate.toFixed(0)}/s; share ${(ours.rate / limit.rate).toFixed(2)}`,
    );
  }
  const perIncident = ((await backend.status()).bytes - size.before) / size.reports;
  print(
    `${name}: ${(perIncident / 1024).toFixed(1)} KiB on disk for each report, ${records} records, indexes and log included`,
  );
  await casework.store.close();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const folder = mkdtempSync(join(tmpdir(), 'bench-reports-'));
const server = await startOwnServer();
try {
  await measure('SQLite', await openBackend({ file: join(folder, 'store.db') }), async (bytes) => {
    const database = new DatabaseSync(join(folder, 'raw.db'));
    database.exec(
      'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE raw (id INTEGER PRIMARY KEY, body BLOB)',
    );
    const insert = database.prepare('INSERT INTO raw (body) VALUES (?)');
    return () => insert.run(new Uint8Array(bytes));
  });
  await measure('PostgreSQL', await openBackend({ databaseUrl: server.url, file: '' }), async (bytes) => {
    await runSql(server.url, 'CREATE TABLE raw (id bigserial PRIMARY KEY, body bytea)');
    const pool = new pg.Pool({ connectionString: server.url, max: 10 });
    pool.on('error', () => undefined);
    const body = Buffer.alloc(bytes, 7);
    return () => pool.query({ name: 'raw', text: 'INSERT INTO raw (body) VALUES ($1)', values: [body] });
  });
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}
process.exit();
