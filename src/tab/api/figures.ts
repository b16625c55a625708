import { nameClause } from '../../cards/clause-view.ts';
import { done, type Result } from '../../casework/casework.ts';
import { incidentFigures } from '../../casework/incident-figures.ts';
import { ruleIds } from '../../drafts/finding.ts';
import { englishDay } from '../../incidents/clocks.ts';
import { statuses } from '../../incidents/incident.ts';
import type { Gap } from '../../requests/keep-gap.ts';
import type { RuleCount } from '../../requests/rule-counts.ts';
import { listAll } from '../../store/list-all.ts';
import { csv } from '../figures/csv.ts';
import { type Figure, figureRows, figureTable, lastMonths } from '../figures/figure-table.ts';
import type { FiguresView, FigureTable } from '../wire.ts';
import { noSuchThing, notSignedIn, ok, refuse, type TabAnswer, type TabRequest, type TabWho } from './answer.ts';
import type { TabParts } from './parts.ts';

/** How long figures are shown before they are counted anew, in ms: counting looks at every incident. */
const freshFor = 5 * 60_000;
/** People whose figures are held at once. */
const mostHeld = 20;

type Handler = (request: TabRequest, parts: TabParts) => Promise<TabAnswer>;

/** The figures page and its export. What one officer may know differs from what another may, so each has their own count. */
export function figuresHandlers(): { readonly showFigures: Handler; readonly exportFigures: Handler } {
  const held = new Map<string, { readonly at: number; readonly figures: Promise<Result<FiguresView>> }>();

  async function figuresFor(who: TabWho, parts: TabParts): Promise<Result<FiguresView>> {
    const at = parts.now().getTime();
    const key = `${who.tenant} ${who.oid}`;
    const known = held.get(key);
    if (known !== undefined && at - known.at < freshFor) return known.figures;
    const figures = countFor(who, parts);
    held.delete(key);
    held.set(key, { at, figures });
    const oldest = held.keys().next().value;
    if (held.size > mostHeld && oldest !== undefined) held.delete(oldest);
    // A "no" or a failure is not held: the next request asks again.
    void figures.then(
      (counted) => !counted.ok && held.delete(key),
      () => held.delete(key),
    );
    return figures;
  }

  return {
    async showFigures({ who }, parts) {
      if (who === null) return notSignedIn;
      const figures = await figuresFor(who, parts);
      return figures.ok ? ok(figures.value) : refuse(figures.refusal);
    },
    async exportFigures({ who, path }, parts) {
      if (who === null) return notSignedIn;
      const figures = await figuresFor(who, parts);
      if (!figures.ok) return refuse(figures.refusal);
      const table = figures.value.tables.find(({ id }) => id === path[1]);
      if (table === undefined) return noSuchThing;
      // The byte order mark tells spreadsheets that this is UTF-8.
      const bytes = new TextEncoder().encode(`\ufeff${csv(figureRows(table))}`);
      return { kind: 'file', type: 'text/csv; charset=utf-8', name: `${table.id}.csv`, bytes };
    },
  };
}

/** Authority comes first: the use case of the incidents refuses whoever is no officer. */
async function countFor(who: TabWho, parts: TabParts): Promise<Result<FiguresView>> {
  const at = parts.now().toISOString();
  const months = lastMonths(englishDay(at));
  const incidents = await incidentFigures(parts.casework, who);
  if (!incidents.ok) return incidents;
  const byStatus = incidents.value.map(({ status, month, count }) => ({ row: status, month, count }));
  return done({
    at,
    tables: [
      incidentTable(byStatus, months, parts),
      await ruleTable(months, parts),
      await questionTable(months, parts),
    ],
  });
}

function incidentTable(figures: readonly Figure[], months: readonly string[], { casework }: TabParts): FigureTable {
  const about = {
    ...({ id: 'incidents', title: 'Incidents by status and month', rowHead: 'Status now', chart: 'columns' } as const),
    note: 'By the month of the report, and the status that they have now.',
  };
  const rows = statuses.map((id) => ({ id, label: casework.process.statuses[id].label }));
  return figureTable(about, rows, figures, months);
}

async function ruleTable(months: readonly string[], { store, organisation }: TabParts): Promise<FigureTable> {
  const about = {
    ...({ id: 'rules', title: 'Conduct rules that fire', rowHead: 'Rule', chart: 'rows' } as const),
    note: 'People on whose drafts a rule fired, added up by five people at least. No draft is kept, so the figures say at least how often.',
  };
  const figures: Figure[] = [];
  for (const month of months) {
    const record = await store.read('rule-count', month);
    const { rules } = (record?.body ?? { rules: {} }) as RuleCount;
    for (const row of ruleIds) figures.push({ row, month, count: rules[row] ?? 0 });
  }
  const rows = ruleIds.map((id) => ({ id, label: organisation.ruleTitles[id] }));
  return figureTable(about, rows, figures, months);
}

async function questionTable(months: readonly string[], { store, organisation }: TabParts): Promise<FigureTable> {
  const about = {
    ...({ id: 'questions', title: 'Questions without an answer', rowHead: 'Nearest part', chart: 'rows' } as const),
    note: 'Questions on which the policy is silent, by what came nearest. The policy owner reads them, masked and without who asked.',
  };
  const figures: Figure[] = [];
  for await (const record of listAll(store, { kind: 'gap', status: 'unanswered' })) {
    if (record instanceof Error) continue;
    const { clause, day } = record.body as Gap & { readonly day: string };
    figures.push({ row: clause, month: day.slice(0, 7), count: 1 });
  }
  const known = organisation.document.clauses.filter(({ id }) => figures.some(({ row }) => row === id));
  const rows = known.map((clause) => ({ id: clause.id, label: nameClause(clause) }));
  const other = { id: '', label: 'Nothing near' };
  const placed = figures.map((figure) => (rows.some(({ id }) => id === figure.row) ? figure : { ...figure, row: '' }));
  return figureTable(about, [...rows, other], placed, months);
}
