import type { Level, NamedPerson, Problem, Report, ReportDraft } from './report-form.ts';
import { aims, characteristics, levels, longest, most, safeAnswers } from './report-form.ts';
import type { Oid } from './roles.ts';
import { personTypes } from './roles.ts';

export interface CheckedReport {
  readonly level: Level;
  readonly report: Report;
  readonly subjects: readonly NamedPerson[];
  readonly witnesses: readonly NamedPerson[];
  /** The colleague it was aimed at, where that is somebody else than the reporter. */
  readonly target: NamedPerson | null;
}

/** The report in order, or every problem of the form at once. `today` is an ISO day; `reporter` is who hands it in. */
export function checkReport(draft: ReportDraft, today: string, reporter: Oid): CheckedReport | readonly Problem[] {
  const problems: Problem[] = [];
  const add = (field: string, problem: string | null) => problem !== null && problems.push({ field, problem });
  add('level', oneOf(draft.level, levels) ? null : 'Choose how you want to report: named, confidential or anonymous.');
  add('happened', required(draft.happened, longest.happened, 'Tell us what happened, in a few words or many.'));
  add('when', whenProblem(draft.when, today));
  add('safeNow', oneOf(draft.safeNow, safeAnswers) ? null : 'Tell us whether you are safe now: yes, no or unsure.');
  add('aimedAt', optional(draft.aimedAt, aims, 'Choose who it was aimed at, or leave it open.'));
  add('relation', optional(draft.relation, personTypes, 'Choose how the person is related to us, or leave it open.'));
  add('characteristic', optional(draft.characteristic, characteristics, 'Choose one of the list, or leave it open.'));
  for (const field of ['platform', 'links', 'wanted'] as const) add(field, tooLong(draft[field], longest[field]));
  add('links', linksOf(draft).length > most.links ? `Give at most ${most.links} links; you can add more later.` : null);
  add('subjects', peopleProblem(draft.subjects));
  add('witnesses', peopleProblem(draft.witnesses));
  add('aimedAtPerson', peopleProblem(draft.aimedAtPerson && [draft.aimedAtPerson]));
  add('subjects', people(draft.subjects).some((person) => person.oid === reporter) ? aboutYourself : null);
  return problems.length > 0 ? problems : inOrder(draft);
}

/** Why a report cannot name its own reporter as the person complained of, and what to do instead. */
export const aboutYourself =
  'This names you as the person who did it. A report is about somebody else; to talk about a post of your own, check the draft here or speak to your manager or HR. If you mean another person with your name, add something that tells them apart.';

function inOrder(draft: ReportDraft): CheckedReport {
  const target = people(draft.aimedAtPerson && [draft.aimedAtPerson])[0] ?? null;
  return {
    level: draft.level as Level,
    report: {
      happened: draft.happened.trim(),
      when: draft.when.trim(),
      safeNow: draft.safeNow as Report['safeNow'],
      aimedAt: (blankToNull(draft.aimedAt) as Report['aimedAt']) ?? (target ? 'colleague' : null),
      platform: blankToNull(draft.platform),
      links: linksOf(draft),
      relation: blankToNull(draft.relation) as Report['relation'],
      characteristic: blankToNull(draft.characteristic) as Report['characteristic'],
      wanted: blankToNull(draft.wanted),
      managersTold: draft.managersTold === true,
    },
    subjects: people(draft.subjects),
    witnesses: people(draft.witnesses),
    target,
  };
}

function whenProblem(when: string, today: string): string | null {
  const missing = required(when, longest.when, 'Tell us roughly when: a day, "last week", "since May".');
  if (missing !== null) return missing;
  const day = dayOf(when.trim());
  if (day === 'impossible') return 'There is no such day. Roughly is enough: "early May", "last week".';
  return day !== null && day > today ? 'This day is still to come. Tell us roughly when it happened.' : null;
}

/** The ISO day that a text is (2026-05-03, 3/5/2026, 03.05.26), null for other words, or 'impossible' (31/02/2026). */
function dayOf(text: string): string | 'impossible' | null {
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text);
  const british = /^(\d\d?)[/.-](\d\d?)[/.-](\d{4}|\d\d)$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : british ? british.slice(1).reverse() : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const full = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${full}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== full ? 'impossible' : full;
}

function required(text: unknown, limit: number, ask: string): string | null {
  return typeof text !== 'string' || !/[\p{L}\p{N}\p{Emoji_Presentation}]/u.test(text) ? ask : tooLong(text, limit);
}

function tooLong(text: string | undefined, limit: number): string | null {
  return (text ?? '').length > limit
    ? `This is longer than ${limit} characters; shorten it, and add the rest later.`
    : null;
}

function optional(text: string | undefined, list: readonly string[], ask: string): string | null {
  return blankToNull(text) === null || oneOf(text ?? '', list) ? null : ask;
}

function oneOf(text: string, list: readonly string[]): boolean {
  return list.includes(text);
}

function peopleProblem(named: readonly NamedPerson[] | undefined): string | null {
  if ((named ?? []).length > most.people) return `Name at most ${most.people} people; you can add more later.`;
  return (named ?? []).some((person) => person.name.length > longest.name)
    ? `Give a name of at most ${longest.name} characters.`
    : null;
}

function people(named: readonly NamedPerson[] | undefined): readonly NamedPerson[] {
  return (named ?? [])
    .map((person) => ({ name: person.name.trim(), oid: person.oid }))
    .filter((person) => person.name !== '' || person.oid !== null);
}

function linksOf(draft: ReportDraft): readonly string[] {
  return (draft.links ?? '').split(/\s+/).filter((link) => link !== '');
}

function blankToNull(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text.trim();
}
