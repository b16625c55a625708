/**
 * 200 members at once ask, check, report and move incidents over HTTP, on SQLite and with two processes on PostgreSQL;
 * half-way all records are sealed under a new key while they go on. `node bench/load.ts [seconds] [members]`, 120 and 200
 * unless told. Fails on any error, anything lost or doubled, or memory that grows over the last half.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type LoadReport, putUnderLoad } from '../test/crash/load.ts';
import { loadKey } from '../test/crash/load-server.ts';
import { startOwnServer } from '../test/store/postgres-server.ts';

const seconds = Number(process.argv[2] ?? 120);
const users = Number(process.argv[3] ?? 200);
/** What is in use after collecting garbage may differ by this share between two looks. */
const tolerance = 0.05;
let failed = false;

async function run(name: string, replicas: number, databaseUrl?: string): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'bench-load-'));
  let rekeyed = '';
  const onHalf = async () => {
    const environment = {
      PATH: process.env.PATH,
      DATA_DIR: dataFolder,
      DATA_KEY: loadKey,
      DATABASE_URL: databaseUrl ?? '',
    };
    const command = [join(import.meta.dirname, '../src/cli/start.js'), 'store', 'rekey', '--yes'];
    rekeyed = (await promisify(execFile)(process.execPath, command, { env: environment })).stdout.trim();
  };
  const place = databaseUrl === undefined ? {} : { databaseUrl };
  const report = await putUnderLoad({
    ...{ dataFolder, users, until: { seconds }, replicas, pauseMs: 2_000, onHalf },
    ...place,
  });
  rmSync(dataFolder, { recursive: true });
  tell(name, report);
  print(`  ${rekeyed}`);
}

function tell(name: string, report: LoadReport): void {
  const { turns, perSecond, errorCount, errors, reports, moves, lost, doubled, alerts, alertsSent, findings } = report;
  print(`\n${name}, ${users} members for ${seconds} s: ${turns} turns, ${perSecond.toFixed(0)} a second`);
  for (const [kind, { turns: count, p50, p99 }] of Object.entries(report.waits))
    print(
      `  ${kind.padEnd(8)}${String(count).padStart(7)} turns   p50 ${p50.toFixed(0).padStart(5)} ms   p99 ${p99.toFixed(0).padStart(5)} ms`,
    );
  print(`  ${errorCount} errors; ${reports} reports and ${moves} moves acknowledged: ${lost} lost, ${doubled} doubled`);
  for (const error of errors) print(`    ${error}`);
  print(`  ${alerts} alerts delivered, the channel got ${alertsSent}; audit findings: ${findings.length}`);
  const growth = grown(report.memory);
  const at = (list: readonly number[], share: number) => (list[Math.floor((list.length - 1) * share)] ?? 0).toFixed(0);
  const along = (list: readonly number[]) => [0, 0.25, 0.5, 0.75, 1].map((share) => at(list, share)).join(', ');
  print(`  in use after collecting garbage: ${along(report.memory)} MB; resident: ${along(report.resident)} MB`);
  print(`  last quarter against the one before: ${(100 * growth).toFixed(1)} %`);
  failed ||= errorCount + lost + doubled + findings.length > 0 || alerts !== alertsSent || growth > tolerance;
}

/** By how much the last quarter's lowest is above that of the quarter before. */
function grown(list: readonly number[]): number {
  const part = (from: number, to: number) =>
    Math.min(...list.slice(Math.floor(list.length * from), Math.floor(list.length * to)));
  return part(0.75, 1) / part(0.5, 0.75) - 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const server = await startOwnServer();
try {
  await run('SQLite', 1);
  await run('two processes on PostgreSQL', 2, server.url);
} finally {
  await server.stop();
}
process.exit(failed ? 1 : 0);
