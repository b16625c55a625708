import fc from 'fast-check';
import { createThreadPace } from '../../src/teams/thread-pace.ts';

/** Teams' table, drawn once more by hand. */
const table = [
  { count: 7, seconds: 1 },
  { count: 8, seconds: 2 },
  { count: 60, seconds: 30 },
  { count: 1_800, seconds: 3_600 },
];

test('whatever the pauses, no window of the table ever holds more than it may', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 400 }), (pauses) => {
      const pace = createThreadPace();
      const sent: number[] = [];
      let now = 0;
      for (const pause of pauses) {
        now += pause;
        if (pace.take('thread', now) === 0) sent.push(now);
      }
      for (const { count, seconds } of table)
        for (const [index, at] of sent.entries()) {
          const before = sent[index - count];
          expect(before === undefined || at - before >= seconds * 1_000).toBe(true);
        }
    }),
    { numRuns: 100 },
  );
});

test('the wait that it names is enough, and no longer than needed', () => {
  const pace = createThreadPace();
  let now = 0;
  for (let count = 0; count < 2_000; count++) {
    const wait = pace.take('thread', now);
    if (wait === 0) continue;
    expect(pace.take('thread', now + wait - 1)).toBe(1);
    now += wait;
    expect(pace.take('thread', now)).toBe(0);
  }
  expect(now).toBeGreaterThan(3_600_000);
});

test('conversations do not wait for each other', () => {
  const pace = createThreadPace();
  for (let count = 0; count < 7; count++) pace.take('one', 0);
  expect(pace.take('one', 0)).toBeGreaterThan(0);
  expect(pace.take('other', 0)).toBe(0);
});
