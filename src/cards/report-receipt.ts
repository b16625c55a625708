import { type FilledCard, fillCard } from './fill.ts';
import type { TitledText } from './titled-text.ts';

export interface ReceiptView {
  readonly reference: string;
  /** With an anonymous report, the only way back to it; null otherwise. */
  readonly code: string | null;
  readonly facts: readonly TitledText[];
}

/** What to keep and what not to do (C6). */
const coach = [
  'Take a screenshot that shows the address, the account and the date.',
  'Do not reply to the post and do not delete your own messages.',
  'Tell the platform too: it may take the post down.',
  'Keep patients out of the pictures.',
];

/** Proof that the report is stored. Says nothing about what it is about, so that a glance at the screen gives nothing away (C7). */
export function reportReceiptCard(receipt: ReceiptView): FilledCard {
  const { reference, code, facts } = receipt;
  const send =
    code === null
      ? 'Send pictures or files to me in our own chat: I keep them with your report as they came.'
      : 'Send pictures or files to me in our own chat, with the reference and the code in the same message: I keep them with your report as they came.';
  const codes = code === null ? [] : [code];
  return fillCard('report-receipt', { reference, code: code ?? '', codes, facts, coach: [...coach, send] });
}
