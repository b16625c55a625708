import { type FilledCard, fillCard } from './fill.ts';

export interface IncidentLine {
  readonly reference: string;
  readonly status: string;
  readonly due: string;
}

/** Which incidents the list shows. */
export const incidentViews = ['mine', 'due', 'team', 'ended', 'status'] as const;
export type IncidentsShown = (typeof incidentViews)[number];

const titles: Record<Exclude<IncidentsShown, 'status'>, string> = {
  mine: 'Mine and new ones',
  due: 'Due today or overdue',
  team: 'All of my team',
  ended: 'Ended',
};
const buttons = ['mine', 'due', 'team', 'ended'] as const;

export interface IncidentList {
  readonly shown: IncidentsShown;
  /** The status chosen, where the list shows one. */
  readonly status: { readonly value: string; readonly title: string } | null;
  readonly statuses: readonly { readonly value: string; readonly title: string }[];
  readonly incidents: readonly IncidentLine[];
  /** Where the next page begins, or null. */
  readonly more: { readonly due: string; readonly id: string } | null;
  /** Alerts that reached nobody, and whom they were for. */
  readonly undelivered: readonly { readonly alertId: string; readonly to: string; readonly text: string }[];
  /** True for the identity custodian. */
  readonly mayReveal: boolean;
}

/** The incidents that this person may act on, soonest due first. Nobody else's, and no hint of them. */
export function myIncidentsCard(list: IncidentList): FilledCard {
  const { shown, status, statuses, incidents, more, undelivered, mayReveal } = list;
  const title = shown === 'status' ? (status?.title ?? 'By status') : titles[shown];
  const here = { shown, ...(status === null ? {} : { status: status.value }) };
  return fillCard('my-incidents', {
    shown,
    summary:
      incidents.length > 0
        ? `${title}, soonest due first.`
        : shown === 'mine'
          ? 'No incident waits for you here.'
          : `${title}: nothing here.`,
    ...{ incidents, undelivered, statuses },
    views: buttons.filter((view) => view !== shown).map((view) => ({ title: titles[view], shown: view })),
    more: more === null ? [] : [{ ...here, afterDue: more.due, afterId: more.id }],
    reveal: mayReveal ? [{}] : [],
  });
}
