import fc from 'fast-check';
import { anyActivity } from '../test/teams/any-activity.ts';
import { startEdge } from '../test/teams/edge.ts';

/** Many more spoilt activities than the test suite sends. `node bench/activities.ts [how many] [seed]` */
const wanted = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const atOnce = 50;

const rejections: unknown[] = [];
process.on('unhandledRejection', (reason) => rejections.push(reason));

const edge = await startEdge({ answer: async () => [] });
const statuses: Record<number, number> = {};
const bad: string[] = [];
const started = performance.now();
for (let sent = 0; sent < wanted; sent += atOnce) {
  const batch = fc.sample(anyActivity(edge.connector), { numRuns: atOnce, seed: seed + sent });
  const answers = await Promise.all(batch.map((activity) => edge.post(activity)));
  for (const [index, { status }] of answers.entries()) {
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (status >= 500) bad.push(JSON.stringify(batch[index]));
  }
  edge.log.length = 0;
  edge.turns.length = 0;
}
await edge.stop();
const seconds = (performance.now() - started) / 1_000;
console.log(`${wanted} spoilt activities (seed ${seed}) in ${seconds.toFixed(0)} s: ${JSON.stringify(statuses)}`);
console.log(`answered with 5xx: ${bad.length}; rejections that nobody handled: ${rejections.length}`);
for (const activity of bad.slice(0, 5)) console.log(activity);
process.exitCode = bad.length + rejections.length > 0 ? 1 : 0;
