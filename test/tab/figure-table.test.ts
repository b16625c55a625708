import { figureRows, figureTable, lastMonths } from '../../src/tab/figures/figure-table.ts';

const about = { id: 'incidents', title: 'Incidents', note: '', rowHead: 'Status', chart: 'rows' } as const;
const rows = [
  { id: 'open', label: 'Open' },
  { id: 'closed', label: 'Closed' },
];

test('a table names its months, sums what falls into them, and leaves the rest out', () => {
  const figures = [
    { row: 'open', month: '2026-01', count: 5 },
    { row: 'open', month: '2026-01', count: 2 },
    { row: 'closed', month: '2026-02', count: 9 },
    { row: 'closed', month: '2024-02', count: 100 },
  ];
  expect(figureTable(about, rows, figures, ['2026-01', '2026-02'])).toMatchObject({
    columns: ['Jan 2026', 'Feb 2026'],
    rows: [
      { label: 'Open', cells: [7, 0], total: 7 },
      { label: 'Closed', cells: [0, 9], total: 9 },
    ],
    columnTotals: [7, 9],
    total: 16,
  });
});

test('a total that is kept back is not shown as nought', () => {
  const table = figureTable(about, rows, [{ row: 'open', month: '2026-01', count: 3 }], ['2026-01']);
  expect(table.rows.map(({ total }) => total)).toEqual([null, 0]);
  expect(figureRows(table)).toEqual([
    ['Status', 'Jan 2026', 'Total'],
    ['Open', null, null],
    ['Closed', 0, 0],
    ['Total', null, null],
  ]);
});

test('the last twelve months go over the turn of the year', () => {
  const months = lastMonths('2026-03-31');
  expect(months).toHaveLength(12);
  expect([months[0], months.at(-1)]).toEqual(['2025-04', '2026-03']);
});
