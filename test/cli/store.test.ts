import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PassThrough } from 'node:stream';
import { command as auditCommand } from '../../src/cli/audit.ts';
import { command as gapsCommand } from '../../src/cli/gaps.ts';
import { runLoaded } from '../../src/cli/run-command.ts';
import { command as storeCommand } from '../../src/cli/store.ts';
import { openOwnStore } from '../../src/open-own-store.ts';
import { startPostgres } from '../store/postgres-server.ts';
import { fileReport } from '../store/workload.ts';

const settings = { RUN_MODE: 'local', DATABASE_URL: '', DATA_KEY: '', DATA_DIR: '' };
const before = { ...process.env };
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cli-store-'));
  Object.assign(process.env, settings, { DATA_DIR: folder });
  const store = await openOwnStore({ databaseUrl: null, dataKey: null, dataFolder: folder });
  await fileReport(store, 'CIP-1');
  await store.close();
});
afterEach(() => {
  for (const name of Object.keys(settings)) delete process.env[name];
  Object.assign(process.env, before);
  rmSync(folder, { recursive: true });
});

async function run(command: typeof storeCommand, ...args: string[]) {
  return call(command, args);
}

/** As from the command line, where the errors that are for the reader become one sentence. */
async function call(command: typeof storeCommand, args: readonly string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await runLoaded(command, args, { stdin: new PassThrough(), stdout, stderr });
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
}

test('status counts what is there and names nobody', async () => {
  const { code, out } = await run(storeCommand, 'status');
  expect(code).toBe(0);
  expect(out).toMatch(/store\.sqlite: sqlite, schema 2, data key 1, \d+ KiB/);
  expect(out).toMatch(/ 1 {2}incident, open\n/);
  expect(out).toMatch(/ 2 {2}alert, waiting\n/);
});

test.each([
  [storeCommand, ['status']],
  [storeCommand, ['backup', 'no-store.db']],
  [storeCommand, ['rekey', '--yes']],
  [auditCommand, ['verify']],
  [auditCommand, ['anchor']],
  [gapsCommand, []],
])('without a store a command says so, and makes neither store nor key', async (command, args) => {
  const fresh = join(folder, 'fresh');
  process.env.DATA_DIR = fresh;
  const { code, out, err } = await call(command, args);
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/^There is no store in .*fresh yet\..*\n$/);
  expect(existsSync(fresh)).toBe(false);
});

test('a database without its key is not given a new one', async () => {
  const fresh = join(folder, 'fresh');
  Object.assign(process.env, { DATA_DIR: fresh, DATABASE_URL: 'postgres://127.0.0.1:1/none' });
  expect((await run(storeCommand, 'status')).err).toMatch(/^There is no key in .*fresh\. Set DATA_KEY/);
  expect(existsSync(fresh)).toBe(false);
});

test('rekey wants a yes, and changes nothing without', async () => {
  const { code, err } = await run(storeCommand, 'rekey');
  expect(code).toBe(2);
  expect(err).toContain('store rekey --yes');
  expect((await run(storeCommand, 'status')).out).toContain('data key 1');
});

test('migrate makes a store that opens', async () => {
  process.env.DATA_DIR = join(folder, 'fresh');
  expect(await run(storeCommand, 'migrate')).toMatchObject({ code: 0, err: '' });
  expect((await run(storeCommand, 'status')).out).toContain('data key 1');
});

test('status with another key says which is which, in one line', async () => {
  process.env.DATA_KEY = 'ab'.repeat(32);
  const { code, out, err } = await run(storeCommand, 'status');
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/^.*was sealed under the key with fingerprint [0-9a-f]{8}; the key given has [0-9a-f]{8}\..*\n$/);
});

test('backup and restore, rekey, and a clean audit afterwards', async () => {
  const backup = join(folder, 'backup.db');
  expect(await run(storeCommand, 'backup', backup)).toMatchObject({ code: 0, err: '' });
  expect((await run(storeCommand, 'restore', backup)).err).toMatch(/is there already/);
  rmSync(join(folder, 'store.sqlite'));
  expect((await run(storeCommand, 'status')).code).toBe(1);
  expect((await run(storeCommand, 'restore', backup)).out).toMatch(/^5 records restored/);
  expect((await run(storeCommand, 'rekey', '--yes')).out).toMatch(/^5 records sealed under a new data key/);
  expect((await run(storeCommand, 'status')).out).toContain('data key 2');
  expect(await run(auditCommand, 'verify')).toMatchObject({ code: 0, err: '' });
});

test('copy to PostgreSQL, and the audit goes on there', async () => {
  const server = await startPostgres();
  try {
    process.env.DATABASE_URL = await server.emptyPlace();
    process.env.DATA_KEY = readFileSync(join(folder, 'data.key'), 'utf8').trim();
    expect((await run(storeCommand, 'status')).err).toMatch(/^There is no store in postgres:.*\n$/);
    expect((await run(storeCommand, 'copy')).out).toMatch(/^5 records copied, SHA-256 [0-9a-f]{64} on both sides\.\n$/);
    expect((await run(storeCommand, 'status')).out).toMatch(
      /^postgres:\/\/127\.0\.0\.1:\d+\/postgres: postgres, schema 2/,
    );
    expect((await run(storeCommand, 'backup', join(folder, 'x'))).err).toMatch(/pg_dump/);
    expect((await run(auditCommand, 'verify')).code).toBe(0);
    expect((await run(storeCommand, 'copy')).err).toMatch(/is not empty/);
  } finally {
    await server.stop();
  }
}, 60_000);

test('audit verify says where something was changed; with an anchor, that the store was put back', async () => {
  const anchorFile = join(folder, 'anchor.json');
  writeFileSync(anchorFile, (await run(auditCommand, 'anchor')).out);
  expect(await run(auditCommand, 'verify', '--anchor', anchorFile)).toMatchObject({ code: 0, err: '' });
  const database = new DatabaseSync(join(folder, 'store.sqlite'));
  database.exec(
    "UPDATE record SET status = 'closed' WHERE kind = 'incident'; DELETE FROM record WHERE kind LIKE 'audit-%'",
  );
  database.close();
  const { code, out } = await run(auditCommand, 'verify', '--anchor', anchorFile);
  expect(code).toBe(1);
  expect(out).toContain('FOUND  incident/CIP-1 was changed\n');
  expect(out).toContain('FOUND  checkpoint 1 is not the one of the anchor given');
});

test.each([
  [storeCommand, []],
  [storeCommand, ['constructor']],
  [auditCommand, ['verify', '--anchor']],
  [auditCommand, ['delete']],
])('a wrong call is answered with the right ones', async (command, args) => {
  const { code, err } = await run(command, ...args);
  expect(code).toBe(2);
  expect(err).toContain('See --help.');
});
