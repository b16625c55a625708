import type { ContactView } from './contact-view.ts';
import { type FilledCard, fillCard } from './fill.ts';

/** A button that carries a verb and its data; what it may do is decided anew from who presses it. */
export interface Button {
  readonly title: string;
  readonly verb: string;
  readonly data?: Readonly<Record<string, string | number>>;
}

/** A few plain lines: small talk, a refusal, something that went wrong, something done. */
export function noticeCard(
  headline: string,
  lines: readonly string[],
  options: { contacts?: readonly ContactView[]; buttons?: readonly Button[] } = {},
): FilledCard {
  return fillCard('notice', {
    headline,
    lines,
    contacts: options.contacts ?? [],
    buttons: (options.buttons ?? []).map(({ title, verb, data }) => ({ title, verb, data: data ?? {} })),
  });
}
