import { Badge, Button, Field, Select, Spinner } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { IncidentRow } from '../../../casework/my-incidents.ts';
import type { IncidentsOfPage } from '../../wire.ts';
import { useTab } from '../context.ts';
import { longDate } from '../dates.ts';
import { Refusal } from '../refusal.tsx';
import { writeRoute } from '../route.ts';
import { useFetched } from '../use-fetched.ts';
import { Undelivered } from './undelivered.tsx';

interface Filter {
  readonly whose: string;
  readonly phase: string;
  readonly status: string;
  readonly due: string;
}

const everything: Filter = { whose: 'mine', phase: 'open', status: '', due: '' };

/** What waits, soonest due first; it renews itself when something of it changes. */
export function IncidentsList() {
  const { session, announce } = useTab();
  const [filter, setFilter] = useState(everything);
  const [more, setMore] = useState<readonly IncidentRow[]>([]);
  const [next, setNext] = useState<IncidentsOfPage['more']>(null);
  const fetchIt = useCallback(() => session.api.get<IncidentsOfPage>('incidents', { ...filter }), [session, filter]);
  const [page, again] = useFetched(fetchIt);
  useEffect(() => {
    setMore([]);
    setNext(page?.ok ? page.value.more : null);
  }, [page]);
  const seen = useRef('');
  if (page?.ok) seen.current = page.value.seen;
  const shown = page?.ok === true;
  useEffect(() => {
    if (!shown) return;
    const ended = new AbortController();
    const changed = () => {
      announce('The list has changed.');
      again();
    };
    session.api.watch(() => ({ ...filter, seen: seen.current }), changed, ended.signal);
    return () => ended.abort();
  }, [session, filter, again, announce, shown]);
  const showMore = async () => {
    if (next === null) return;
    const reply = await session.api.get<IncidentsOfPage>('incidents', {
      ...{ ...filter, afterId: next.id },
      ...(next.due === null ? {} : { afterDue: next.due }),
    });
    if (!reply.ok) return announce(reply.refusal.headline);
    setMore([...more, ...reply.value.rows]);
    setNext(reply.value.more);
    announce(`${reply.value.rows.length} more.`);
  };
  const rows = page?.ok ? [...page.value.rows, ...more] : [];
  return (
    <>
      <h1 tabIndex={-1}>Incidents</h1>
      <Filters filter={filter} change={setFilter} statuses={page?.ok ? page.value.statuses : []} />
      <Undelivered />
      {page === null && <Spinner label="Fetching the list…" />}
      {page !== null && !page.ok && <Refusal refusal={page.refusal} />}
      {page?.ok && rows.length === 0 && <p>No incident waits for you here.</p>}
      {rows.length > 0 && <Rows rows={rows} />}
      {next !== null && <Button onClick={() => void showMore()}>Show more</Button>}
    </>
  );
}

interface FiltersProps {
  readonly filter: Filter;
  readonly change: (filter: Filter) => void;
  readonly statuses: IncidentsOfPage['statuses'];
}

function Filters({ filter, change, statuses }: FiltersProps) {
  const field = (name: keyof Filter, label: string, options: readonly (readonly [string, string])[]) => (
    <Field label={label} size="small">
      <Select size="small" value={filter[name]} onChange={(_event, { value }) => change({ ...filter, [name]: value })}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <search className="filters" aria-label="Which incidents">
      {field('whose', 'Whose', [
        ['mine', 'Mine and new ones'],
        ['team', 'All of my team'],
      ])}
      {field('phase', 'Open or ended', [
        ['open', 'Open'],
        ['ended', 'Ended'],
      ])}
      {field('status', 'Status', [['', 'Any'], ...statuses.map(({ value, label }) => [value, label] as const)])}
      {field('due', 'Due', [
        ['', 'At any time'],
        ['today', 'Today or overdue'],
        ['week', 'Within seven days'],
      ])}
    </search>
  );
}

function Rows({ rows }: { readonly rows: readonly IncidentRow[] }) {
  return (
    <table className="rows">
      <caption className="unseen">Incidents, soonest due first</caption>
      <thead>
        <tr>
          <th scope="col">Reference</th>
          <th scope="col">Status</th>
          <th scope="col">Next</th>
          <th scope="col">By</th>
          <th scope="col">Reported</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.reference}>
            <th scope="row">
              <a href={writeRoute({ page: 'incidents', item: row.reference })}>{row.reference}</a>
            </th>
            <td>
              {row.statusLabel}
              {!row.taken && <Badge appearance="outline">Nobody has taken it</Badge>}
              {row.urgency === 'today' && (
                <Badge appearance="filled" color="danger">
                  Urgent
                </Badge>
              )}
            </td>
            <td data-label="Next">{row.next?.label ?? 'Nothing is due'}</td>
            <td data-label="By">
              {row.next !== null && longDate(row.next.by)}
              {row.overdue && (
                <Badge appearance="filled" color="danger">
                  Overdue
                </Badge>
              )}
            </td>
            <td data-label="Reported">{longDate(row.reportedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
