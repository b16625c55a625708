/**
 * Replicas on one PostgreSQL: alerts doubled in normal running, and how long it takes until another replica has sent what
 * a killed one had in hand, by the real clock. `node bench/takeover.ts [kills] [reports a round]`, 5 and 200 unless told.
 */

import { takeOver } from '../test/crash/takeover.ts';
import { runSql, startOwnServer } from '../test/store/postgres-server.ts';

const kills = Number(process.argv[2] ?? 5);
const reports = Number(process.argv[3] ?? 200);
const server = await startOwnServer();
try {
  const began = performance.now();
  const normal = await takeOver(server.url, { replicas: 3, reports });
  const seconds = (performance.now() - began) / 1_000;
  print(
    `3 replicas, ${normal.alerts} alerts: ${normal.doubled} doubled, ${normal.lost} lost; filed and sent in ${seconds.toFixed(0)} s`,
  );
  await runSql(server.url, 'CREATE DATABASE killed');
  const place = server.url.replace(/postgres$/, 'killed');
  const { alerts, doubled, lost, inHand, takeoverMs } = await takeOver(place, {
    replicas: 3,
    reports: 40,
    kills,
  });
  const times = takeoverMs.map((ms) => (ms / 1_000).toFixed(1)).sort();
  print(
    `${kills} replicas killed while sending, ${alerts} alerts: ${lost} lost, ${doubled} doubled beyond the ${inHand} that were in their hands`,
  );
  print(`takeover after a replica's death: ${times.join(', ')} s; at most ${Math.max(...takeoverMs) / 1_000} s`);
  process.exitCode = normal.doubled + normal.lost + doubled + lost === 0 ? 0 : 1;
} finally {
  await server.stop();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
process.exit();
