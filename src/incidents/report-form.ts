import type { Oid, PersonType } from './roles.ts';

export const levels = ['named', 'confidential', 'anonymous'] as const;
export type Level = (typeof levels)[number];

export const safeAnswers = ['yes', 'no', 'unsure'] as const;
export const aims = ['me', 'colleague', 'someone-else'] as const;

/** The protected characteristics of the Equality Act 2010, and the way not to say. */
export const characteristics = [
  'age',
  'disability',
  'gender-reassignment',
  'marriage-or-civil-partnership',
  'pregnancy-or-maternity',
  'race',
  'religion-or-belief',
  'sex',
  'sexual-orientation',
  'none',
  'prefer-not-to-say',
] as const;

/** Somebody as the reporter named them: their words, and the directory's person if one was picked. */
export interface NamedPerson {
  readonly name: string;
  readonly oid: Oid | null;
}

/** What a reporter hands in, as it comes from the card: only text, nothing trusted. Blank is the same as absent. */
export interface ReportDraft {
  readonly level: string;
  readonly happened: string;
  /** Roughly when, in any words; an ISO day is held against today. */
  readonly when: string;
  readonly safeNow: string;
  readonly aimedAt?: string;
  readonly aimedAtPerson?: NamedPerson;
  readonly platform?: string;
  /** One address a line, or parted by spaces. */
  readonly links?: string;
  readonly subjects?: readonly NamedPerson[];
  /** The relation of the person complained of to the organisation. */
  readonly relation?: string;
  readonly witnesses?: readonly NamedPerson[];
  readonly characteristic?: string;
  readonly wanted?: string;
  /** The reporter was shown, before typing, that a case manager may read this (E4). */
  readonly managersTold?: boolean;
}

/** A report with its form in order. */
export interface Report {
  readonly happened: string;
  readonly when: string;
  readonly safeNow: (typeof safeAnswers)[number];
  readonly aimedAt: (typeof aims)[number] | null;
  readonly platform: string | null;
  readonly links: readonly string[];
  readonly relation: PersonType | null;
  readonly characteristic: (typeof characteristics)[number] | null;
  readonly wanted: string | null;
  readonly managersTold: boolean;
}

/** What is wrong with one answer of a form, in words for the person who gave it. */
export interface Problem {
  readonly field: string;
  readonly problem: string;
}

/** Longest texts in characters (UTF-16 units); Teams itself stops a card's input far above them. */
export const longest = {
  happened: 8000,
  when: 200,
  platform: 100,
  links: 4000,
  wanted: 2000,
  name: 120,
  note: 4000,
  from: 300,
};
/** Most people of one kind, and most links, that one report may name. */
export const most = { people: 10, links: 20 };
