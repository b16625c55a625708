/** Kills a service on SQLite over and over: `node bench/crash.ts [kills]`, 2,000 unless told. */
import { crashSqlite } from '../test/store/crash.ts';

const kills = Number(process.argv[2] ?? 2000);
const perStore = 20;
const total = { kills: 0, acknowledged: 0, lost: 0, torn: 0, findings: 0 };

async function killAndCount(): Promise<void> {
  while (total.kills < kills) {
    total.kills += perStore;
    const report = await crashSqlite(perStore);
    total.acknowledged += report.acknowledged;
    total.lost += report.lost.length;
    total.torn += report.torn.length;
    total.findings += report.findings.length;
    process.stderr.write(`${total.kills} `);
  }
}

const start = performance.now();
await Promise.all([killAndCount(), killAndCount()]);
process.stdout.write(
  `${total.kills} kills, ${total.acknowledged} acknowledged reports: ${total.lost} lost, ${total.torn} torn or doubled, ` +
    `${total.findings} audit findings; ${((performance.now() - start) / 1000).toFixed(0)} s\n`,
);
process.exitCode = total.lost + total.torn + total.findings === 0 ? 0 : 1;
