import fc from 'fast-check';
import { anyActivity } from '../test/teams/any-activity.ts';
import { startWholeProduct } from '../test/teams/whole-product.ts';

/** Many more spoilt activities than the test suite sends, to the whole product behind its edge. `node bench/activities.ts [how many] [seed]` */
const wanted = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const atOnce = 50;

const rejections: unknown[] = [];
process.on('unhandledRejection', (reason) => rejections.push(reason));

const edge = await startWholeProduct();
const statuses: Record<number, number> = {};
const bad: string[] = [];
const broken: string[] = [];
const kinds: Record<string, number> = {};
const started = performance.now();
for (let sent = 0; sent < wanted; sent += atOnce) {
  const batch = fc.sample(anyActivity(edge.connector), { numRuns: atOnce, seed: seed + sent });
  const answers = await Promise.all(batch.map((activity) => edge.post(activity)));
  for (const [index, { status }] of answers.entries()) {
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (status >= 500) bad.push(JSON.stringify(batch[index]));
  }
  broken.push(...edge.log.splice(0).filter((line) => line.includes('failed')));
  for (const { request } of edge.turns.splice(0)) kinds[request.kind] = (kinds[request.kind] ?? 0) + 1;
  edge.connector.calls.length = 0;
}
await edge.stop();
const seconds = (performance.now() - started) / 1_000;
console.log(`${wanted} spoilt activities (seed ${seed}) in ${seconds.toFixed(0)} s: ${JSON.stringify(statuses)}`);
console.log(`answered with 5xx: ${bad.length}; rejections that nobody handled: ${rejections.length}`);
console.log(`turns that failed inside: ${broken.length}; kinds of request met: ${Object.keys(kinds).length}`);
for (const line of [...bad, ...broken].slice(0, 5)) console.log(line);
process.exitCode = bad.length + broken.length + rejections.length > 0 ? 1 : 0;
