import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server that has not ended by then, in ms, is killed outright. */
const patienceMs = 20_000;

/** As `pg_ctl stop -m immediate`: the server drops everything and has to recover at its next start. */
export async function killServer(databaseDir: string): Promise<void> {
  const pid = Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGQUIT');
  for (const until = performance.now() + patienceMs; isAlive(pid); await sleep(10))
    if (performance.now() > until) process.kill(pid, 'SIGKILL');
}

/** Whether the server of a data directory runs. */
export function isServing(databaseDir: string): boolean {
  const file = join(databaseDir, 'postmaster.pid');
  return existsSync(file) && isAlive(Number(readFileSync(file, 'utf8').split('\n')[0]));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
