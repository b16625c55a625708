import { createTabPace } from '../../src/teams/tab-pace.ts';

const limits = { burst: 3, perSecond: 2 };

test('a burst goes through, then so many a second', () => {
  const pace = createTabPace();
  const at = (ms: number) => pace('a', limits, ms);
  expect([at(0), at(0), at(0), at(0)]).toEqual([true, true, true, false]);
  expect([at(500), at(500)]).toEqual([true, false]);
  expect([at(1_500), at(1_500), at(1_500)]).toEqual([true, true, false]);
});

test('callers do not slow one another, and whoever is refused gains nothing by asking on', () => {
  const pace = createTabPace();
  for (let count = 0; count < 100; count++) pace('a', limits, 0);
  expect(pace('b', limits, 0)).toBe(true);
  expect([pace('a', limits, 499), pace('a', limits, 500)]).toEqual([false, true]);
});
