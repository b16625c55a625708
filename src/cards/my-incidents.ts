import { type FilledCard, fillCard } from './fill.ts';

export interface IncidentLine {
  readonly reference: string;
  readonly status: string;
  readonly due: string;
}

/** Which incidents the list shows. */
export const incidentViews = ['mine', 'due', 'team', 'ended'] as const;
export type IncidentsShown = (typeof incidentViews)[number];

const titles: Record<IncidentsShown, string> = {
  mine: 'Mine and new ones',
  due: 'Due today or overdue',
  team: 'All of my team',
  ended: 'Ended',
};

export interface IncidentList {
  readonly shown: IncidentsShown;
  readonly incidents: readonly IncidentLine[];
  /** Where the next page begins, or null. */
  readonly more: { readonly due: string; readonly id: string } | null;
  /** Alerts that reached nobody: "CIP-…: Mona Manager". */
  readonly undelivered: readonly string[];
  /** True for the identity custodian. */
  readonly mayReveal: boolean;
}

/** The incidents that this person may act on, soonest due first. Nobody else's, and no hint of them. */
export function myIncidentsCard({ shown, incidents, more, undelivered, mayReveal }: IncidentList): FilledCard {
  return fillCard('my-incidents', {
    summary: incidents.length === 0 ? 'No incident waits for you here.' : `${titles[shown]}, soonest due first.`,
    incidents,
    undelivered,
    views: incidentViews.filter((view) => view !== shown).map((view) => ({ title: titles[view], shown: view })),
    more: more === null ? [] : [{ shown, afterDue: more.due, afterId: more.id }],
    reveal: mayReveal ? [{}] : [],
  });
}
