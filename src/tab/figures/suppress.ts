import { couldBe, type Grid, type Hidden, type Place } from './could-be.ts';

/** A table of counts; every row has as many cells as there are columns. */
export type Counts = readonly (readonly number[])[];

/** What may be shown in place of a count: the count, or null where it is kept back. */
export type Shown = readonly (readonly (number | null)[])[];

export interface SuppressedTable {
  readonly cells: Shown;
  /** One for each row and one for each column, and one for the whole. */
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
}

/** Counts from one up to this are kept back; nought says nothing of anybody. */
export const smallest = 5;

/**
 * A table with its totals in which no count under five stands or can be worked out. First the small counts go, totals as
 * well as cells. Then, as long as sums would still show that some hidden count must be under five, another count beside it
 * goes too. In the end each of them might as well be five or more, for all that the rest of the table says.
 */
export function suppress(counts: Counts): SuppressedTable {
  const grid = withTotals(counts);
  const hidden = grid.map((row) => row.map(isSmall));
  for (let given = givenAway(grid, hidden); given !== null; given = givenAway(grid, hidden)) {
    const [row, column] = smallestVisible(grid, hidden, given);
    (hidden[row] as boolean[])[column] = true;
  }
  const shown = grid.map((row, i) => row.map((count, j) => (hidden[i]?.[j] ? null : count)));
  const [rows, totals] = [shown.slice(0, -1), shown.at(-1) ?? []];
  return {
    cells: rows.map((row) => row.slice(0, -1)),
    rowTotals: rows.map((row) => row.at(-1) ?? null),
    columnTotals: totals.slice(0, -1),
    total: totals.at(-1) ?? null,
  };
}

const isSmall = (count: number): boolean => count > 0 && count < smallest;

function withTotals(counts: Counts): Grid {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, count) => total + count, 0);
  const rows = counts.map((row) => [...row, sum(row)]);
  const width = rows[0]?.length ?? 1;
  return [...rows, Array.from({ length: width }, (_, j) => sum(rows.map((row) => row[j] ?? 0)))];
}

/** The first hidden small count that must be under five by the sums of the table; null where there is none. */
function givenAway(grid: Grid, hidden: Hidden): Place | null {
  for (const [i, row] of grid.entries())
    for (const [j, count] of row.entries())
      if (isSmall(count) && !couldBe(smallest, [i, j], grid, hidden)) return [i, j];
  return null;
}

/** The smallest visible count in the row or column of a place, totals last; where there is none, of the whole table. */
function smallestVisible(grid: Grid, hidden: Hidden, [row, column]: Place): Place {
  const [lastRow, lastColumn] = [grid.length - 1, (grid[0]?.length ?? 1) - 1];
  const cost = ([i, j]: Place): number => {
    const beside = i === row || j === column ? 0 : 2e9;
    const total = i === lastRow || j === lastColumn ? 1e9 : 0;
    return beside + total + (grid[i]?.[j] ?? 0);
  };
  const visible = grid.flatMap((counts, i) =>
    counts.flatMap((count, j): Place[] => (count > 0 && !hidden[i]?.[j] ? [[i, j]] : [])),
  );
  const best = visible.sort((a, b) => cost(a) - cost(b))[0];
  // With every count hidden there is no sum left to work anything out with.
  if (best === undefined) throw new Error('A table without a visible count gives nothing away.');
  return best;
}
