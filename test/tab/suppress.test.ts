import fc from 'fast-check';
import { smallest, suppress } from '../../src/tab/figures/suppress.ts';

const hidden = null;

test.each<[string, number[][], (number | null)[][]]>([
  [
    'nothing small, nothing hidden',
    [
      [5, 7],
      [9, 12],
    ],
    [
      [5, 7],
      [9, 12],
    ],
  ],
  [
    'noughts say nothing of anybody',
    [
      [0, 7],
      [9, 0],
    ],
    [
      [0, 7],
      [9, 0],
    ],
  ],
  [
    'a small count alone would be the total less the rest, so others go too',
    [
      [3, 10],
      [20, 30],
    ],
    [
      [hidden, hidden],
      [hidden, hidden],
    ],
  ],
  [
    'four is hidden, five is not',
    [
      [4, 5],
      [5, 4],
    ],
    [
      [hidden, hidden],
      [hidden, hidden],
    ],
  ],
])('%s', (_name, counts, cells) => {
  expect(suppress(counts).cells).toEqual(cells);
});

test('totals are counts too', () => {
  expect(
    suppress([
      [1, 0],
      [0, 2],
    ]),
  ).toEqual({
    cells: [
      [hidden, 0],
      [0, hidden],
    ],
    rowTotals: [hidden, hidden],
    columnTotals: [hidden, hidden],
    total: hidden,
  });
});

test('an empty table, and one of a single count', () => {
  expect(suppress([])).toEqual({ cells: [], rowTotals: [], columnTotals: [], total: 0 });
  expect(suppress([[3]])).toEqual({ cells: [[hidden]], rowTotals: [hidden], columnTotals: [hidden], total: hidden });
  expect(suppress([[6]])).toEqual({ cells: [[6]], rowTotals: [6], columnTotals: [6], total: 6 });
});

/** Every way to fill the hidden places so that all sums hold, tried one by one: an attacker with patience and a short table. */
function allFillings(counts: readonly (readonly number[])[], most: number): number[][][] {
  const { cells, rowTotals, columnTotals, total } = suppress(counts);
  const open = cells.flatMap((row, i) => row.flatMap((cell, j) => (cell === null ? [[i, j] as const] : [])));
  const found: number[][][] = [];
  const grid = cells.map((row) => row.map((cell) => cell ?? 1));
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  const fits = () =>
    rowTotals.every((want, i) => agrees(want, sum(grid[i] ?? []))) &&
    columnTotals.every((want, j) => agrees(want, sum(grid.map((row) => row[j] ?? 0)))) &&
    agrees(total, sum(grid.flat()));
  const fill = (at: number): void => {
    const place = open[at];
    if (place === undefined) return void (fits() && found.push(grid.map((row) => [...row])));
    for (let value = 1; value <= most; value++) {
      (grid[place[0]] as number[])[place[1]] = value;
      fill(at + 1);
    }
  };
  fill(0);
  return found;
}

/** A hidden total may be anything above nought. */
const agrees = (want: number | null, is: number) => (want === null ? is > 0 : want === is);

const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 7 }));
const tables = fc.oneof(
  fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 2 }),
  fc.array(fc.tuple(count, count, count), { minLength: 1, maxLength: 1 }),
);

test('whoever tries every filling cannot tell that a hidden count is under five', () => {
  fc.assert(
    fc.property(tables, (counts) => {
      const fillings = allFillings(counts, 14);
      expect(fillings.length).toBeGreaterThan(0);
      for (const [i, row] of counts.entries())
        for (const [j, value] of row.entries())
          if (value > 0 && value < smallest) {
            const possible = fillings.map((filling) => filling[i]?.[j] ?? 0);
            expect({ counts, i, j, most: Math.max(...possible) >= smallest }).toEqual({ counts, i, j, most: true });
          }
    }),
    { numRuns: 100, seed: 8 },
  );
}, 60_000);

test('what is shown is true, and no shown count is small, in tables as large as a year', () => {
  const year = fc.array(fc.array(count, { minLength: 12, maxLength: 12 }), { minLength: 14, maxLength: 14 });
  fc.assert(
    fc.property(year, (counts) => {
      const { cells, rowTotals } = suppress(counts);
      for (const [i, row] of cells.entries()) {
        for (const [j, cell] of row.entries()) expect(cell === null || cell === counts[i]?.[j]).toBe(true);
        expect(row.some((cell) => cell !== null && cell > 0 && cell < smallest)).toBe(false);
        const total = (counts[i] ?? []).reduce((a, b) => a + b, 0);
        expect(rowTotals[i] === null || rowTotals[i] === total).toBe(true);
      }
    }),
    { numRuns: 10, seed: 8 },
  );
});
