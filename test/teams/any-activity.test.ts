import fc from 'fast-check';
import { anyActivity } from './any-activity.ts';
import type { Edge } from './edge.ts';
import { startWholeProduct } from './whole-product.ts';

let edge: Edge;
const rejections: unknown[] = [];
const note = (reason: unknown) => rejections.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', note);
  edge = await startWholeProduct();
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  await edge.stop();
});

test('no activity, however spoilt, gets a 5xx, says how it is inside, breaks a turn, or leaves a rejection behind', async () => {
  const statuses = new Map<number, number>();
  const kinds = new Set<string>();
  const batch = fc.array(anyActivity(edge.connector), { minLength: 25, maxLength: 25, size: 'max' });
  await fc.assert(
    fc.asyncProperty(batch, async (activities) => {
      const answers = await Promise.all(activities.map((activity) => edge.post(activity)));
      for (const { status, text } of answers) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect([200, 400, 403]).toContain(status);
        expect(text).not.toMatch(/Error:|stack|node_modules|undefined/);
      }
      for (const { request } of edge.turns.splice(0)) kinds.add(request.kind);
      edge.connector.calls.length = 0;
    }),
    { numRuns: 200 },
  );
  expect(rejections).toEqual([]);
  expect(edge.log.filter((line) => line.includes('failed'))).toEqual([]);
  // Both sides were really met, and most of what the product can be asked.
  expect(statuses.get(200)).toBeGreaterThan(500);
  expect(statuses.get(400)).toBeGreaterThan(500);
  expect(kinds.size).toBeGreaterThan(30);
}, 180_000);
