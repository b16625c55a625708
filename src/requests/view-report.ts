import { longDate } from '../cards/clause-view.ts';
import type { FilledCard } from '../cards/fill.ts';
import { reportStatusCard } from '../cards/report-status.ts';
import type { ReporterView } from '../casework/my-reports.ts';
import type { Viewer } from './viewer.ts';

/**
 * A report as its reporter sees it. `code` goes back with every button of an anonymous one. By `viewer` the client renews
 * the card when it comes on the screen; not an anonymous one, whose card shall name nobody.
 */
export function viewReport(report: ReporterView, code: string, viewer: Viewer, notice = ''): FilledCard {
  const own = [
    ...report.messages.map(({ at, from, text }) => ({ at, who: from === 'reporter' ? 'You' : 'Caseworker', text })),
    ...report.added.map(({ at, text }) => ({ at, who: 'You added', text })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  return reportStatusCard({
    reference: report.reference,
    userIds: report.level === 'anonymous' || viewer.channelId === '' ? [] : [viewer.channelId],
    code,
    notice,
    status: report.statusLabel,
    clocks: [
      report.meaning,
      ...(report.readers.length === 0 ? [] : [`Who reads it: ${report.readers.join(', ')}.`]),
      ...report.deadlines.map(({ label, by, source }) => `${label}: by ${longDate(by)} (${source}).`),
      ...(report.paused ? ['The clocks are paused for now.'] : []),
      ...(report.evidence.length === 0 ? [] : [`Evidence kept: ${report.evidence.length}.`]),
    ],
    messages: own.map(({ at, who, text }) => ({ who, when: longDate(at), text })),
    canWithdraw: report.canWithdraw,
    checkInOpen: report.checkInOpen,
  });
}
