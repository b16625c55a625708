import { Button, Spinner } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { FiguresView, FigureTable } from '../../wire.ts';
import { useTab } from '../context.ts';
import { dateAndTime } from '../dates.ts';
import { Refusal } from '../refusal.tsx';
import { ForThose } from '../sign-in.tsx';
import { useFetched } from '../use-fetched.ts';
import { BarChart } from './bar-chart.tsx';
import { CountTable } from './count-table.tsx';

/** Figures for information governance: charts, the tables behind them, and these tables as files. */
export default function FiguresPage() {
  const { me } = useTab();
  return (
    <ForThose page="figures" title="Figures">
      <Figures key={me.kind === 'somebody' ? me.me.name : ''} />
    </ForThose>
  );
}

function Figures() {
  const { session } = useTab();
  const fetchIt = useCallback(() => session.api.get<FiguresView>('figures'), [session]);
  const [figures] = useFetched(fetchIt);
  return (
    <>
      <h1 tabIndex={-1}>Figures</h1>
      <p className="edition">
        A count from one to four is kept back, and so are counts from which it could be worked out; both are shown as{' '}
        <strong>[c]</strong>. Nothing here says whom anything is about.
        {figures?.ok && ` Counted on ${dateAndTime(figures.value.at)}.`}
      </p>
      {figures === null && <Spinner label="Counting…" />}
      {figures !== null && !figures.ok && <Refusal refusal={figures.refusal} />}
      {figures?.ok && figures.value.tables.map((table) => <Figure key={table.id} table={table} />)}
    </>
  );
}

function Figure({ table }: { readonly table: FigureTable }) {
  const { session, announce } = useTab();
  const save = async () => {
    const file = await session.api.file(`figures/${table.id}`);
    if (!file.ok) return announce(file.refusal.headline);
    const address = URL.createObjectURL(file.value);
    const link = document.createElement('a');
    link.href = address;
    link.download = `${table.id}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    announce('The file is saved.');
  };
  return (
    <section aria-labelledby={`figure-${table.id}`} className="panel">
      <h2 id={`figure-${table.id}`}>{table.title}</h2>
      <p>{table.note}</p>
      <BarChart table={table} />
      <details>
        <summary>The same as a table, by month</summary>
        <CountTable table={table} />
      </details>
      <p className="actions">
        <Button size="small" onClick={() => void save()} aria-label={`Save as CSV: ${table.title}`}>
          Save as CSV
        </Button>
      </p>
    </section>
  );
}
