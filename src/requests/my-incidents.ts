import { longDate } from '../cards/clause-view.ts';
import { type IncidentsShown, incidentViews, myIncidentsCard } from '../cards/my-incidents.ts';
import { type IncidentFilter, type IncidentRow, myIncidents as listMine } from '../casework/my-incidents.ts';
import { toldByHand as tell } from '../casework/told-by-hand.ts';
import { undelivered } from '../casework/undelivered.ts';
import { englishDay } from '../incidents/clocks.ts';
import { type Status, statuses } from '../incidents/incident.ts';
import { DirectoryDown } from '../people/directory.ts';
import type { Context, Handler } from './context.ts';
import { replaceCard, say, showCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import type { Turn } from './turn.ts';

/** Rows on one card. */
const page = 8;

/** The list, a page at a time; pressed on the list itself, the next one takes its place. */
export const myIncidents: Handler<'my-incidents'> = async (request, context, turn) => {
  const shown = incidentViews.find((view) => view === request.shown) ?? 'mine';
  const status = statuses.find((one) => shown === 'status' && one === request.status) ?? null;
  const after = request.afterId === '' ? {} : { after: { due: request.afterDue || null, id: request.afterId } };
  const filter = { ...filters[shown](context, status), ...after, limit: page };
  const listed = await listMine(context.casework, turn.actor, filter);
  if (!listed.ok)
    return listed.refusal.kind === 'not-yours' ? say('No incident waits for you') : sayRefusal(listed.refusal);
  const { rows, more } = listed.value;
  const choices = statusChoices(context);
  const card = myIncidentsCard({
    ...{ shown, statuses: choices, status: choices.find(({ value }) => value === status) ?? null },
    incidents: rows.map((row) => lineOf(row, context)),
    more: more === null ? null : { due: more.due ?? '', id: more.id },
    undelivered: await undeliveredLines(context, turn),
    mayReveal: await isCustodian(context, turn.actor.oid),
  });
  return request.shown === '' ? showCard(card) : replaceCard(card);
};

/** Whom no alert reached was told by somebody: the list goes on without that line. */
export const toldByHand: Handler<'told-by-hand'> = async ({ alertId, shown }, context, turn) => {
  const told = await tell(context.casework, turn.actor, alertId);
  if (!told.ok && told.refusal.kind !== 'not-found') return sayRefusal(told.refusal);
  const list = { kind: 'my-incidents', shown: shown || 'mine', status: '', afterDue: '', afterId: '' } as const;
  return myIncidents(list, context, turn);
};

const filters: Record<IncidentsShown, (context: Context, status: Status | null) => IncidentFilter> = {
  mine: () => ({ whose: 'mine' }),
  due: (context) => ({ whose: 'team', dueBy: `${englishDay(context.now().toISOString())}T23:59:59Z` }),
  team: () => ({ whose: 'team' }),
  ended: () => ({ phase: 'ended' }),
  status: ({ organisation }, status) => ({
    whose: 'team',
    ...(status === null ? {} : { status, phase: organisation.process.statuses[status].ends ? 'ended' : 'open' }),
  }),
};

function statusChoices({ organisation }: Context) {
  return statuses.map((value) => ({ value, title: organisation.process.statuses[value].label }));
}

async function undeliveredLines(context: Context, { actor }: Turn) {
  const lost = await undelivered(context.casework, actor, page);
  if (!lost.ok) return [];
  return lost.value.map(({ alertId, reference, to }) => ({ alertId, to, text: `${reference}: ${to}` }));
}

function lineOf(row: IncidentRow, { organisation }: Context) {
  const { reference, statusLabel, reportedAt, next, overdue, urgency, handler } = row;
  const urgent = organisation.process.inputs.urgency?.options?.find(({ value }) => value === urgency)?.label;
  const due = next === null ? [] : [`${next.label}: ${overdue ? 'OVERDUE since' : 'by'} ${longDate(next.by)}`];
  return {
    reference,
    status: `${statusLabel}${handler === null ? ' (nobody has taken it yet)' : `, with ${handler}`}${urgent ? `. ${urgent}` : ''}`,
    due: [...due, `reported ${longDate(reportedAt)}`].join('; '),
  };
}

async function isCustodian({ casework }: Context, oid: string): Promise<boolean> {
  const group = casework.routing.groups['identity-custodian'];
  if (group === undefined) return false;
  try {
    return (await casework.directory.members(group)).includes(oid);
  } catch (error) {
    if (error instanceof DirectoryDown) return false;
    throw error;
  }
}
