import fc from 'fast-check';
import { readPress } from '../../src/requests/read-press.ts';
import { anyActivity } from './any-activity.ts';
import { type Edge, startEdge } from './edge.ts';

let edge: Edge;
const rejections: unknown[] = [];
const note = (reason: unknown) => rejections.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', note);
  edge = await startEdge({ readPress, answer: async () => [] });
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  await edge.stop();
});

test('no activity, however spoilt, gets a 5xx, says how it is inside, or leaves a rejection behind', async () => {
  const statuses = new Map<number, number>();
  const batch = fc.array(anyActivity(edge.connector), { minLength: 25, maxLength: 25, size: 'max' });
  await fc.assert(
    fc.asyncProperty(batch, async (activities) => {
      const answers = await Promise.all(activities.map((activity) => edge.post(activity)));
      for (const { status, text } of answers) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect([200, 400, 403]).toContain(status);
        expect(text).not.toMatch(/error|stack|node_modules|undefined/i);
      }
    }),
    { numRuns: 200 },
  );
  expect(rejections).toEqual([]);
  expect(edge.log.filter((line) => line.includes('failed'))).toEqual([]);
  // Both sides were really met: neither only refusals nor only good ones.
  expect(statuses.get(200)).toBeGreaterThan(500);
  expect(statuses.get(400)).toBeGreaterThan(500);
}, 120_000);
