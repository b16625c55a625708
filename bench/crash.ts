/**
 * Kills a service (SIGKILL) on SQLite over and over, then on PostgreSQL, then the PostgreSQL server under a running
 * service, and cuts its connections: `node bench/crash.ts [kills]`, 2,000 on SQLite unless told and a tenth on PostgreSQL.
 */
import { type CrashReport, crash, crashSqlite } from '../test/store/crash.ts';
import { cutUnder, killUnder } from '../test/store/outage.ts';
import { runSql, startOwnServer } from '../test/store/postgres-server.ts';
import type { Tally } from '../test/store/workload.ts';

const kills = Number(process.argv[2] ?? 2000);
const perStore = 20;
let bad = 0;

/** Runs `once`, which gives the report of `perStore` kills, in two lines at once until there are enough. */
async function killAndCount(what: string, wanted: number, once: () => Promise<CrashReport>): Promise<void> {
  const began = performance.now();
  const reports: CrashReport[] = [];
  let left = wanted;
  const line = async () => {
    while (left > 0) {
      left -= perStore;
      reports.push(await once());
    }
  };
  await Promise.all([line(), line()]);
  const sum = (count: (report: CrashReport) => number) => reports.reduce((total, report) => total + count(report), 0);
  tell(
    `${what}: ${sum((one) => one.kills)} kills of the service, ${sum((one) => one.acknowledged)} acknowledged`,
    began,
    {
      lost: sum((one) => one.lost.length),
      torn: sum((one) => one.torn.length),
      findings: sum((one) => one.findings.length),
    },
  );
}

function tell(
  what: string,
  began: number,
  { lost, torn, findings }: Record<'lost' | 'torn' | 'findings', number>,
): void {
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  bad += lost + torn + findings;
  process.stdout.write(`${what}: ${lost} lost, ${torn} torn or doubled, ${findings} audit findings; ${seconds} s\n`);
}

const counts = ({ lost, torn, findings }: Tally) => ({
  lost: lost.length,
  torn: torn.length,
  findings: findings.length,
});

await killAndCount('SQLite', kills, () => crashSqlite(perStore));
const server = await startOwnServer();
let places = 0;
const newPlace = async () => {
  const name = `place${++places}`;
  await runSql(server.url, `CREATE DATABASE ${name}`);
  return server.url.replace(/postgres$/, name);
};
await killAndCount('PostgreSQL', kills / 10, async () => crash(await newPlace(), perStore));
let began = performance.now();
const killed = await killUnder(server, await newPlace(), kills, Math.max(3, kills / 50));
tell(`PostgreSQL: ${killed.kills} kills of the server, ${killed.incidents} reports`, began, counts(killed));
began = performance.now();
const cut = await cutUnder(await newPlace(), kills / 2);
tell(`PostgreSQL: ${cut.cuts} connections cut, ${cut.incidents} reports`, began, counts(cut));
await server.stop();
process.exit(bad === 0 ? 0 : 1);
