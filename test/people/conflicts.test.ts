import fc from 'fast-check';
import { conflicts } from '../../src/people/conflicts.ts';
import { fileDirectory } from '../../src/people/file-directory.ts';
import type { Chart } from './chart.ts';
import { chart, excludedBy, oidOf } from './chart.ts';

/** Everybody of a chart whom the product excludes. */
async function excludedOf(
  { people }: Chart,
  subjects: readonly number[],
  others: readonly number[],
): Promise<number[]> {
  const isExcluded = await conflicts(fileDirectory(people), {
    subjects: subjects.map(oidOf),
    others: others.map(oidOf),
    recused: [],
  });
  const excluded: number[] = [];
  for (const index of people.keys()) if (await isExcluded(oidOf(index))) excluded.push(index);
  return excluded;
}

describe('who must not know', () => {
  // 0 leads 1 and 2; 1 leads 3 and 4; 3 leads 5; 6 stands alone.
  const managers = [null, 0, 0, 1, 1, 3, null];
  const small = chart(managers);

  test.each([
    ['the person complained of, those above and those below', [3], [], [0, 1, 3, 5]],
    ['the reporter and those above, but not those below', [], [3], [0, 1, 3]],
    ['all of both', [2], [4], [0, 1, 2, 4]],
    ['whoever stands alone, alone', [6], [], [6]],
    ['nobody for nobody', [], [], []],
    ['everybody under the head of the organisation', [0], [], [0, 1, 2, 3, 4, 5]],
  ])('%s', async (_what, subjects, others, expected) => {
    expect(await excludedOf(small, subjects, others)).toEqual(expected);
  });

  test('is who a plain reading of the rule says, over 2,000 organisation charts', async () => {
    const line = (index: number) => (index === 0 ? fc.constant(null) : fc.option(fc.nat(index - 1)));
    const charts = fc
      .integer({ min: 1, max: 25 })
      .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => line(index))))
      .map((above) => chart(above));
    const case_ = charts.chain((one) => {
      const someone = fc.nat(one.people.length - 1);
      return fc.record({
        one: fc.constant(one),
        subjects: fc.array(someone, { maxLength: 3 }),
        others: fc.array(someone, { maxLength: 4 }),
      });
    });
    await fc.assert(
      fc.asyncProperty(case_, async ({ one, subjects, others }) => {
        const expected = [...one.people.keys()].filter((index) => excludedBy(one, subjects, others, index));
        expect(await excludedOf(one, subjects, others)).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a circle in the management line ends', async () => {
    const circle = chart([1, 2, 0]);
    expect(await excludedOf(circle, [0], [])).toEqual([0, 1, 2]);
  });
});
