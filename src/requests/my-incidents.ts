import { longDate } from '../cards/clause-view.ts';
import { type IncidentsShown, incidentViews, myIncidentsCard } from '../cards/my-incidents.ts';
import { type IncidentFilter, type IncidentRow, myIncidents as listMine } from '../casework/my-incidents.ts';
import { undelivered } from '../casework/undelivered.ts';
import { englishDay } from '../incidents/clocks.ts';
import { DirectoryDown } from '../people/directory.ts';
import type { Context, Handler } from './context.ts';
import { say, showCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';

/** Rows on one card. */
const page = 8;

export const myIncidents: Handler<'my-incidents'> = async (request, context, turn) => {
  const shown = incidentViews.find((view) => view === request.shown) ?? 'mine';
  const after = request.afterId === '' ? {} : { after: { due: request.afterDue || null, id: request.afterId } };
  const listed = await listMine(context.casework, turn.actor, { ...filters[shown](context), ...after, limit: page });
  if (!listed.ok)
    return listed.refusal.kind === 'not-yours' ? say('No incident waits for you') : sayRefusal(listed.refusal);
  const lost = await undelivered(context.casework, turn.actor);
  const { rows, more } = listed.value;
  return showCard(
    myIncidentsCard({
      shown,
      incidents: rows.map(lineOf),
      more: more === null ? null : { due: more.due ?? '', id: more.id },
      undelivered: lost.ok ? lost.value.map(({ reference, to }) => `${reference}: ${to}`).slice(0, page) : [],
      mayReveal: await isCustodian(context, turn.actor.oid),
    }),
  );
};

const filters: Record<IncidentsShown, (context: Context) => IncidentFilter> = {
  mine: () => ({ whose: 'mine' }),
  due: (context) => ({ whose: 'team', dueBy: `${englishDay(context.now().toISOString())}T23:59:59Z` }),
  team: () => ({ whose: 'team' }),
  ended: () => ({ phase: 'ended' }),
};

function lineOf({ reference, statusLabel, next, overdue, taken }: IncidentRow) {
  const due = next === null ? '' : `${next.label}: ${overdue ? 'OVERDUE since' : 'by'} ${longDate(next.by)}`;
  return { reference, status: `${statusLabel}${taken ? '' : ' (nobody has taken it yet)'}`, due };
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
