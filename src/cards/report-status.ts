import { type FilledCard, fillCard } from './fill.ts';
import { refreshedBy } from './refreshed-by.ts';

export interface ReportStatusView {
  readonly reference: string;
  /** Whose client renews the card when it comes on the screen: the channel's ids. */
  readonly userIds: readonly string[];
  /** Empty but for an anonymous report. */
  readonly code: string;
  /** A line above everything, such as what has just been done, or "". */
  readonly notice: string;
  readonly status: string;
  readonly clocks: readonly string[];
  readonly messages: readonly { readonly who: string; readonly when: string; readonly text: string }[];
  readonly canWithdraw: 'now' | 'ask' | 'no';
  /** A question about retaliation waits for an answer. */
  readonly checkInOpen: boolean;
}

const withdrawing = {
  now: 'Withdrawing stops the process. It does not delete the report: it is kept as long as the retention rules say. Where others may be at risk, the organisation may still have to act.',
  ask: 'Your report is in a formal step already, so this records your wish and a caseworker decides. Nothing is deleted.',
} as const;

/** Messages shown; older ones are kept, and stay with the report. */
const messagesShown = 8;

/** A report as its reporter sees it: status, deadlines, messages, and the ways to add or withdraw (C8). */
export function reportStatusCard(view: ReportStatusView): FilledCard {
  const { reference, userIds, code, notice, status, clocks, messages, canWithdraw } = view;
  const own = [{ reference, code }];
  const card = fillCard('report-status', {
    ...{ reference, userIds, code, notice, status, clocks },
    messages: messages.slice(-messagesShown),
    add: own,
    withdraw: canWithdraw === 'no' ? [] : [{ reference, code, explanation: withdrawing[canWithdraw] }],
    checkIn: view.checkInOpen ? own : [],
  });
  return refreshedBy(card, userIds);
}
