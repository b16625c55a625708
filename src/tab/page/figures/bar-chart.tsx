import type { FigureTable } from '../../wire.ts';

interface Bar {
  readonly label: string;
  readonly count: number | null;
}

/**
 * Bars with their numbers beside them: length says the same as the number, colour says nothing. To a screen reader it is a
 * list of label and number.
 */
export function BarChart({ table }: { readonly table: FigureTable }) {
  const bars = barsOf(table);
  const most = Math.max(1, ...bars.map(({ count }) => count ?? 0));
  if (bars.every(({ count }) => count === 0)) return <p>Nothing to count so far.</p>;
  return (
    <ul className="bars" aria-label={`${table.title}: totals by ${table.chart === 'rows' ? table.rowHead : 'month'}`}>
      {bars.map(({ label, count }) => (
        <li key={label}>
          <span className="label">{label}</span>
          <span className="track" aria-hidden="true">
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false" role="presentation">
              <rect className={count === null ? 'kept' : 'bar'} width={widthOf(count, most)} height="10" />
            </svg>
          </span>
          <span className="count">{count === null ? '[c]' : count.toLocaleString('en-GB')}</span>
        </li>
      ))}
    </ul>
  );
}

/** A count that is kept back has a short bar of its own look: it says that there is something, not how much. */
function widthOf(count: number | null, most: number): number {
  if (count === null) return 3;
  return count === 0 ? 0 : Math.max(1, (count / most) * 100);
}

function barsOf({ chart, rows, columns, columnTotals }: FigureTable): readonly Bar[] {
  if (chart === 'rows') return rows.map(({ label, total }) => ({ label, count: total }));
  return columns.map((label, at) => ({ label, count: columnTotals[at] ?? null }));
}
