import fc from 'fast-check';
import { createRateLimits } from '../../src/requests/rate-limits.ts';

const dana = { oid: 'dana', tenant: 'trust' };
const mona = { oid: 'mona', tenant: 'trust' };
const other = { oid: 'dana', tenant: 'other-trust' };

/** How many of `count` turns at one instant are answered. */
function answered(limits: ReturnType<typeof createRateLimits>, who: typeof dana, count: number, now = 0): number {
  return Array.from({ length: count }, () => limits.take(who, now)).filter((slowed) => slowed === null).length;
}

test('a person has so many turns at once, and others have theirs', () => {
  const limits = createRateLimits({ perPerson: 10, perTenant: 100 });
  expect(answered(limits, dana, 30)).toBe(10);
  expect(limits.take(dana, 0)).toEqual({ whose: 'person', waitMs: 6_000 });
  expect(answered(limits, mona, 30)).toBe(10);
});

test('a tenant has so many, whoever asks; another tenant has its own, and so has a person of the same id there', () => {
  const limits = createRateLimits({ perPerson: 10, perTenant: 15 });
  expect(answered(limits, dana, 10)).toBe(10);
  expect(answered(limits, mona, 10)).toBe(5);
  expect(limits.take(mona, 0)).toEqual({ whose: 'tenant', waitMs: 4_000 });
  expect(answered(limits, other, 30)).toBe(10);
});

test('what the tenant was refused is not counted for the person', () => {
  const limits = createRateLimits({ perPerson: 10, perTenant: 1 });
  answered(limits, dana, 500);
  expect(limits.take(dana, 60_000)).toBeNull();
});

test('the wait that is named is enough, and no longer than needed', () => {
  const limits = createRateLimits({ perPerson: 7, perTenant: 0 });
  let now = 0;
  for (let turn = 0; turn < 100; turn++) {
    const slowed = limits.take(dana, now);
    if (slowed === null) continue;
    expect(limits.take(dana, now + slowed.waitMs - 1)).not.toBeNull();
    now += slowed.waitMs;
    expect(limits.take(dana, now)).toBeNull();
  }
  expect(now).toBeGreaterThan(60_000);
});

test('0 is no limit', () => {
  expect(answered(createRateLimits({ perPerson: 0, perTenant: 0 }), dana, 5_000)).toBe(5_000);
});

test('whatever the pauses, no minute ever holds more than twice the limit, and a quiet minute gives it back whole', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9_000 }), { maxLength: 300 }), (pauses) => {
      const limits = createRateLimits({ perPerson: 10, perTenant: 0 });
      const taken: number[] = [];
      let now = 0;
      for (const pause of pauses) {
        now += pause;
        if (limits.take(dana, now) === null) taken.push(now);
      }
      for (const at of taken) expect(taken.filter((one) => one >= at && one < at + 60_000).length).toBeLessThan(20);
      expect(answered(limits, dana, 20, now + 60_000)).toBe(10);
    }),
    { numRuns: 100 },
  );
});

test('of a hundred thousand people no more are remembered than the bound, and the latest are', () => {
  const limits = createRateLimits({ perPerson: 1, perTenant: 0 });
  for (let count = 0; count < 100_000; count++) limits.take({ oid: `person-${count}`, tenant: 'trust' }, 0);
  expect(limits.take({ oid: 'person-99999', tenant: 'trust' }, 0)).not.toBeNull();
  expect(limits.take({ oid: 'person-0', tenant: 'trust' }, 0)).toBeNull();
});
