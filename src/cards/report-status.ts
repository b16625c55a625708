import { type FilledCard, fillCard } from './fill.ts';

export interface ReportStatusView {
  readonly reference: string;
  readonly code: string | null;
  readonly status: string;
  readonly clocks: readonly string[];
  readonly messages: readonly { readonly who: string; readonly when: string; readonly text: string }[];
  /** False once nothing more can be added or withdrawn. */
  readonly open: boolean;
}

/** A report as its reporter sees it: status, deadlines, messages, and the ways to add or withdraw (C8). */
export function reportStatusCard(view: ReportStatusView): FilledCard {
  const { reference, status, clocks, messages } = view;
  const code = view.code ?? '';
  return fillCard('report-status', {
    reference,
    code,
    status,
    clocks,
    messages: messages.slice(-8),
    open: view.open ? [{ reference, code }] : [],
  });
}
