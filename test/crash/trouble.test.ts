import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Product, startProduct } from '../end-to-end/product.ts';
import { killServer } from '../store/kill-server.ts';
import { startOwnServer } from '../store/postgres-server.ts';
import { type Channel, openChannel, referenceIn, reportForm } from './channel.ts';

/** What a member reads when the place where records are kept fails under the running product, and what comes after. */
const asha = { oid: '10000000-0000-4000-8000-000000000001', name: 'Asha' };
const notStored = /Not stored, nothing was lost, try again/;
let channel: Channel;
let folder: string;
let running: Product | undefined;

async function start(environment: Readonly<Record<string, string>>): Promise<Product> {
  running = await startProduct(environment);
  return running;
}

/** Ends it as Ctrl-C does, and expects it to end in order. */
async function stop(): Promise<void> {
  const product = running;
  running = undefined;
  expect(await product?.stop({ keepData: true })).toBe(0);
}

beforeEach(async () => {
  channel = await openChannel();
  folder = mkdtempSync(join(tmpdir(), 'trouble-'));
});
afterEach(async () => {
  await running?.stop({ keepData: true });
  running = undefined;
  channel.close();
  rmSync(folder, { recursive: true, force: true });
});

const report = (product: Product, nonce: string) =>
  channel.press(product.botUrl, asha, 'file-report', reportForm(nonce));
const ask = (product: Product) => channel.say(product.botUrl, asha, 'Can I say where I work on Instagram?');

/** The trouble lasts while `during` runs: questions are answered, reports are said not to be stored, on a card. */
async function answersWithout(product: Product, nonce: string): Promise<void> {
  const said = await report(product, nonce);
  expect(said).toMatch(notStored);
  expect(said).toMatch(/AdaptiveCard/);
  expect(referenceIn(said)).toBeUndefined();
  expect(await ask(product)).toMatch(/clause|policy/i);
}

/** The very form that was refused is taken once, and the earlier report is still there. */
async function goesOn(product: Product, nonce: string, earlier: string | undefined): Promise<void> {
  const reference = referenceIn(await report(product, nonce));
  expect(reference).toBeDefined();
  expect(referenceIn(await report(product, nonce))).toBe(reference);
  const mine = await channel.say(product.botUrl, asha, 'my reports');
  for (const one of [reference, earlier]) expect(mine).toContain(one);
}

const isRoot = userInfo().uid === 0;
const canMount =
  isRoot && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()], { stdio: 'ignore' }).status === 0;

/** Runs `use` with a folder of 4 MB, or of whatever size where no file system can be mounted. */
async function withSmallFolder(use: (small: string) => Promise<void>): Promise<void> {
  const small = join(folder, 'small');
  mkdirSync(small);
  if (canMount) execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', small]);
  try {
    await use(small);
  } finally {
    if (canMount) execFileSync('umount', ['-l', small]);
  }
}

test('a database that another program keeps locked, and a disk that is full', async () => {
  await withSmallFolder(async (small) => {
    const product = await start({ DATA_DIR: small });
    const earlier = referenceIn(await report(product, 'nonce-before-all-this'));
    expect(earlier).toBeDefined();

    const other = new DatabaseSync(join(small, 'store.sqlite'));
    other.exec('BEGIN EXCLUSIVE');
    await answersWithout(product, 'nonce-locked-during');
    other.exec('ROLLBACK');
    other.close();
    await goesOn(product, 'nonce-locked-during', earlier);

    if (canMount) {
      const filler = join(small, 'filler');
      expect(() => writeFileSync(filler, Buffer.alloc(8_000_000))).toThrow('ENOSPC');
      await answersWithout(product, 'nonce-full-disk-during');
      rmSync(filler);
      await goesOn(product, 'nonce-full-disk-during', earlier);
    }
    await stop();
  });
}, 120_000);

test('a folder that may not be written: the start says so in a sentence', () => {
  const data = join(folder, 'data');
  mkdirSync(data);
  const program = ['--no-warnings', 'src/index.ts', '--no-open'];
  if (isRoot) {
    chownSync(data, 65534, 65534);
    chmodSync(folder, 0o755);
  }
  chmodSync(data, 0o555);
  const { status, stderr } = spawnSync(process.execPath, program, {
    ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
    env: { PATH: process.env.PATH ?? '', DATA_DIR: data, DATA_KEY: 'ab'.repeat(32), PORT: '0' },
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/read but not written|cannot be (made|written)/);
  expect(stderr.trim().split('\n')).toHaveLength(1);
}, 60_000);

test('a PostgreSQL server that is killed and comes back', async () => {
  const server = await startOwnServer();
  try {
    await surviveKilledServer(server);
  } finally {
    await server.stop();
  }
}, 120_000);

async function surviveKilledServer(server: Awaited<ReturnType<typeof startOwnServer>>): Promise<void> {
  const product = await start({ DATA_DIR: folder, DATABASE_URL: server.url, DATA_KEY: 'ab'.repeat(32) });
  const earlier = referenceIn(await report(product, 'nonce-killed-before'));
  await killServer(server.databaseDir);
  await answersWithout(product, 'nonce-killed-during');
  await server.start();
  await goesOn(product, 'nonce-killed-during', earlier);
  await stop();
}
