import type { FigureTable } from '../../wire.ts';

/** Every count that may be shown, with totals. Rows in which there is nothing are left out: nought says nothing of anybody. */
export function CountTable({ table }: { readonly table: FigureTable }) {
  const rows = table.rows.filter(({ total }) => total !== 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by itself, which has to work by keyboard too
    <section className="scrolls" aria-label={`Table: ${table.title}`} tabIndex={0}>
      <table className="counts">
        <caption className="unseen">{table.title}</caption>
        <thead>
          <tr>
            <th scope="col">{table.rowHead}</th>
            {table.columns.map((month) => (
              <th scope="col" key={month}>
                {month}
              </th>
            ))}
            <th scope="col">Total</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells, total }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {table.columns.map((month, at) => (
                <td key={month}>{shown(cells[at])}</td>
              ))}
              <td>{shown(total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            {table.columns.map((month, at) => (
              <td key={month}>{shown(table.columnTotals[at])}</td>
            ))}
            <td>{shown(table.total)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function shown(count: number | null | undefined): string {
  return count == null ? '[c]' : count.toLocaleString('en-GB');
}
