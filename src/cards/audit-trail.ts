import { type FilledCard, fillCard } from './fill.ts';

export interface AuditEntryView {
  readonly number: number;
  readonly when: string;
  readonly by: string;
  readonly what: string;
}

/** Who did and who read what of an incident, oldest first. `more`: there are later entries than these. */
export function auditTrailCard(reference: string, lines: readonly AuditEntryView[], more: boolean): FilledCard {
  const last = lines.at(-1)?.number ?? 0;
  return fillCard('audit-trail', {
    reference,
    summary: 'Every change and every reading, in order. An entry that was changed or taken away would be found.',
    lines: lines.map(({ number, ...line }) => ({ ...line, number: String(number) })),
    more: more ? [{ reference, after: last }] : [],
  });
}
