/** Counts with a last row and a last column of totals. */
export type Grid = readonly (readonly number[])[];
export type Hidden = readonly (readonly boolean[])[];
export type Place = readonly [row: number, column: number];

/**
 * Whether a hidden count could be at least so large, by what the visible counts say: every hidden count is one or more, and
 * rows and columns add up to their totals.
 *
 * With the sign of the totals turned (but not of the total of totals) every row and column adds up to nought, so that any
 * other table that fits differs from this one by rings of hidden places, up and down by turns. The count can rise by one
 * for each such ring through it, and rings are paths in the graph of rows and columns.
 */
export function couldBe(least: number, place: Place, grid: Grid, hidden: Hidden): boolean {
  const counts = grid.map((row) => [...row]);
  const [row, column] = place;
  while (((counts[row] as number[])[column] as number) < least) {
    const ring = findRing(place, counts, hidden);
    if (ring === null) return false;
    for (const step of [{ place, up: true }, ...ring]) {
      const line = counts[step.place[0]] as number[];
      line[step.place[1]] = (line[step.place[1]] as number) + (step.up ? 1 : -1);
    }
  }
  return true;
}

interface Step {
  readonly place: Place;
  readonly up: boolean;
}

/** Hidden places that can be changed by one each so that all sums hold although `start` has risen by one. */
function findRing(start: Place, counts: readonly (readonly number[])[], hidden: Hidden): readonly Step[] | null {
  const [rows, columns] = [counts.length, counts[0]?.length ?? 0];
  const isMargin = ([i, j]: Place) => (i === rows - 1) !== (j === columns - 1);
  const nodeOfColumn = (j: number) => rows + j;
  // A rise of a plain count leads from its row to its column, a fall back; with a total it is the other way round.
  const [from, to] = isMargin(start) ? [start[0], nodeOfColumn(start[1])] : [nodeOfColumn(start[1]), start[0]];
  const cameBy = new Map<number, { readonly step: Step; readonly from: number } | null>([[from, null]]);
  const queue = [from];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    if (node === to) return pathTo(to, cameBy);
    const isRow = node < rows;
    for (let other = 0; other < (isRow ? columns : rows); other++) {
      const place: Place = isRow ? [node, other] : [other, node - rows];
      const next = isRow ? nodeOfColumn(other) : other;
      if (cameBy.has(next) || !hidden[place[0]]?.[place[1]] || isSame(place, start)) continue;
      const up = isRow !== isMargin(place);
      if (!up && (counts[place[0]]?.[place[1]] ?? 0) < 2) continue;
      cameBy.set(next, { step: { place, up }, from: node });
      queue.push(next);
    }
  }
  return null;
}

function pathTo(
  node: number,
  cameBy: ReadonlyMap<number, { readonly step: Step; readonly from: number } | null>,
): readonly Step[] {
  const came = cameBy.get(node);
  return came == null ? [] : [...pathTo(came.from, cameBy), came.step];
}

function isSame(a: Place, b: Place): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
