import type { FigureTable } from '../wire.ts';
import { suppress } from './suppress.ts';

/** One count before anything is kept back. */
export interface Figure {
  readonly row: string;
  /** "2026-11" */
  readonly month: string;
  readonly count: number;
}

/** Months that a table shows. */
const monthsShown = 12;

/** The last twelve months up to a day's, oldest first: "2026-11". */
export function lastMonths(day: string): readonly string[] {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return Array.from({ length: monthsShown }, (_, at) => {
    const before = new Date(Date.UTC(year, month - 1 - (monthsShown - 1 - at), 1));
    return before.toISOString().slice(0, 7);
  });
}

/** Rows by months with totals, small counts kept back. Rows are in the order given; a row of another name is an error. */
export function figureTable(
  about: Pick<FigureTable, 'id' | 'title' | 'note' | 'rowHead' | 'chart'>,
  rows: readonly { readonly id: string; readonly label: string }[],
  figures: readonly Figure[],
  months: readonly string[],
): FigureTable {
  const counts = rows.map(({ id }) =>
    months.map((month) =>
      figures
        .filter((figure) => figure.row === id && figure.month === month)
        .reduce((sum, figure) => sum + figure.count, 0),
    ),
  );
  const { cells, rowTotals, columnTotals, total } = suppress(counts);
  return {
    ...about,
    columns: months.map(monthName),
    rows: rows.map(({ label }, at) => ({ label, cells: cells[at] ?? [], total: rowTotals[at] ?? null })),
    ...{ columnTotals, total },
  };
}

const format = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

function monthName(month: string): string {
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

/** The table as lines of a spreadsheet, with its heads and totals. */
export function figureRows(table: FigureTable): readonly (readonly (string | number | null)[])[] {
  return [
    [table.rowHead, ...table.columns, 'Total'],
    ...table.rows.map(({ label, cells, total }) => [label, ...cells, total]),
    ['Total', ...table.columnTotals, table.total],
  ];
}
