import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKeyring } from '../../src/store/keyring.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type Tally, tally } from './workload.ts';

const key = 'c1'.repeat(32);
const child = new URL('./crash-child.ts', import.meta.url).pathname;

/** Half of a short run is compiling; this makes starts fast. */
const compileCache = join(tmpdir(), 'store-crash-compiled');

export interface CrashReport {
  readonly kills: number;
  /** Commits that a caller was told of before the kills. */
  readonly acknowledged: number;
  readonly incidents: number;
  readonly lost: readonly string[];
  readonly torn: readonly string[];
  readonly findings: readonly string[];
}

/** Kills a service on a fresh SQLite file `kills` times (SIGKILL), and after each time counts what is there. */
export async function crashSqlite(kills: number): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), 'store-crash-'));
  try {
    return await crash(join(folder, 'store.db'), kills);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function crash(place: string, kills: number): Promise<CrashReport> {
  const acknowledged = new Map<string, number>();
  let report: Tally = { incidents: 0, lost: [], torn: [], findings: [] };
  for (let run = 0; run < kills; run++) {
    await killOnce(place, run, acknowledged);
    const databaseUrl = place.startsWith('postgres:') ? place : null;
    const store = await openStore({ databaseUrl, file: place, keyring: readKeyring(key) });
    report = await tally(store, acknowledged);
    await store.close();
    if (report.lost.length + report.torn.length + report.findings.length > 0) break;
  }
  return { ...report, kills, acknowledged: acknowledged.size };
}

/** A service that is silent for so long, in ms, hangs. */
const patienceMs = 60_000;

/** One run: each third is killed at any time from the start of the process, the others within 60 ms of their first commit. */
async function killOnce(place: string, run: number, acknowledged: Map<string, number>): Promise<void> {
  const service = spawn(process.execPath, ['--no-warnings', child, place, key, String(run)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  });
  const killIn = (most: number) => setTimeout(() => service.kill('SIGKILL'), Math.random() * most);
  let timer = run % 3 === 0 ? killIn(150) : undefined;
  let heard = '';
  let errors = '';
  service.stderr.on('data', (data) => (errors += data));
  service.stdout.on('data', (data) => {
    timer ??= killIn(60);
    heard += data;
  });
  let stuck = false;
  const alarm = setTimeout(() => {
    stuck = true;
    service.kill('SIGKILL');
  }, patienceMs);
  const signal = await new Promise((resolve) => service.on('close', (_code, how) => resolve(how)));
  clearTimeout(alarm);
  clearTimeout(timer);
  if (stuck) throw new Error(`The service said nothing for ${patienceMs} ms: ${errors}`);
  if (signal !== 'SIGKILL') throw new Error(`The service ended by itself: ${errors}`);
  for (const line of heard.split('\n').slice(0, -1)) {
    const [id = '', version] = line.split(' ');
    acknowledged.set(id, Number(version));
  }
}
