import { type FilledCard, fillCard } from './fill.ts';

export interface ReportLine {
  readonly reference: string;
  readonly status: string;
  /** What happens next and by when, or "". */
  readonly next: string;
}

/** Everything this member has reported under their own account, newest first. */
export function myReportsCard(reports: readonly ReportLine[]): FilledCard {
  const shown = reports.slice(0, 10);
  const summary =
    reports.length === 0
      ? 'You have no reports under your name here.'
      : `${reports.length} ${reports.length === 1 ? 'report' : 'reports'}${shown.length < reports.length ? `, the newest ${shown.length} shown` : ''}.`;
  return fillCard('my-reports', { summary, reports: shown });
}
