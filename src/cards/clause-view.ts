import type { Clause, Modality, PolicyDocument } from '../policy/clause.ts';

/** A clause as cards show it. Every string is for a TextRun: clause texts are never parsed as Markdown. */
export interface ClauseView {
  readonly clause: string;
  readonly number: string;
  readonly force: string;
  readonly section: string;
  readonly paragraphs: readonly string[];
  readonly oddity: string;
}

const forces: Record<Modality, string> = {
  'must not': 'must not',
  must: 'must',
  should: 'should',
  may: 'may',
  definition: 'definition',
  fact: 'fact of the document',
  statement: 'statement',
};

export function viewClause(clause: Clause): ClauseView {
  return {
    clause: clause.id,
    number: nameClause(clause),
    force: `(${forces[clause.modality]})`,
    section: clause.path.join(' › '),
    paragraphs: paragraphs(clause.text),
    oddity: clause.oddities.length === 0 ? '' : `Wording as published: ${clause.oddities.join('; ')}.`,
  };
}

/** "Clause 6.1.3(a)" for a numbered clause, its title for a table row or note. */
export function nameClause(clause: Clause): string {
  return /^\d/.test(clause.id) ? `Clause ${clause.id}` : clause.title;
}

/** A renderer folds a line break inside a TextRun, so each line of a text becomes a block of its own. */
export function paragraphs(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}

/** "Social Media Policy, version 1.0, in effect since 1 July 2022." */
export function nameEdition(document: PolicyDocument): string {
  const version = document.version === null ? '' : `, version ${document.version.replace(/^v/i, '')}`;
  return `${document.title}${version}${document.effective === null ? '' : `, in effect since ${longDate(document.effective)}`}.`;
}

/** The line that every answer carries once the review date has passed (A6), or nothing. */
export function sayOverdue(overdue: string | null): string {
  return overdue === null
    ? ''
    : `Please note: this policy was due for review on ${longDate(overdue)} and may be out of date.`;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});

/** "1 September 2023", from an ISO day or instant, by London's clock. */
export function longDate(iso: string): string {
  return dayFormat.format(new Date(iso));
}

const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });

/** "14:05", from an ISO instant, by London's clock. */
export function clockTime(iso: string): string {
  return timeFormat.format(new Date(iso));
}
