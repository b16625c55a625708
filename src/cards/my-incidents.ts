import { type FilledCard, fillCard } from './fill.ts';

export interface IncidentLine {
  readonly reference: string;
  readonly status: string;
  readonly due: string;
}

/** The incidents that this person may act on, the most urgent first. Nobody else's, and no hint of them. */
export function myIncidentsCard(incidents: readonly IncidentLine[]): FilledCard {
  const shown = incidents.slice(0, 10);
  const rest = incidents.length - shown.length;
  const summary =
    incidents.length === 0
      ? 'No incident waits for you.'
      : `${incidents.length} to work on${rest > 0 ? `, the most urgent ${shown.length} shown` : ''}.`;
  return fillCard('my-incidents', { summary, incidents: shown });
}
