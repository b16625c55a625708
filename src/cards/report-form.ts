import { characteristics, type Level, type Problem } from '../incidents/report-form.ts';
import { type FilledCard, fillCard } from './fill.ts';
import type { PersonChoice } from './person-picker.ts';

export const levelWords: Record<Level, { headline: string; levelLine: string }> = {
  named: {
    headline: 'Report with your name',
    levelLine: 'The people who work on it know who you are, and can ask you.',
  },
  confidential: {
    headline: 'Report in confidence',
    levelLine:
      'Your name is locked away from the report, and caseworkers do not see it. Only the identity custodian can open it, with a written reason, and every opening is logged. Answers reach you here.',
  },
  anonymous: {
    headline: 'Report without your name',
    levelLine:
      'I store no name, id or conversation of yours with it. Teams itself knows who is signed in, and your words may show who you are. You get a code: it is the only way back, and I cannot tell you of an answer.',
  },
};

const fieldLabels: Readonly<Record<string, string>> = {
  happened: 'What happened',
  when: 'Roughly when',
  safeNow: 'Are you safe now',
  aimedAt: 'Who was it aimed at',
  aimedAtPerson: 'Which colleague',
  subjects: 'Who did it',
  relation: 'What are they to us',
  platform: 'Where',
  links: 'Links',
  witnesses: 'Who saw it',
  characteristic: 'Was it about one of these',
  wanted: 'What would you like to happen',
};

const characteristicTitles: Record<(typeof characteristics)[number], string> = {
  age: 'Age',
  disability: 'Disability',
  'gender-reassignment': 'Gender reassignment',
  'marriage-or-civil-partnership': 'Marriage or civil partnership',
  'pregnancy-or-maternity': 'Pregnancy or maternity',
  race: 'Race',
  'religion-or-belief': 'Religion or belief',
  sex: 'Sex',
  'sexual-orientation': 'Sexual orientation',
  none: 'None of these',
  'prefer-not-to-say': 'Prefer not to say',
};

/** The words of the form as they stand, so that a problem never costs anybody what they typed; and who wrote a reported message. */
export type ReportFields = Partial<
  Record<
    | 'happened'
    | 'when'
    | 'safeNow'
    | 'aimedAt'
    | 'target'
    | 'subjects'
    | 'pickedSubjects'
    | 'pickedWitnesses'
    | 'relation'
    | 'platform'
    | 'links'
    | 'witnesses'
    | 'characteristic'
    | 'wanted'
    | 'author'
    | 'authorName',
    string
  >
>;

const blank = {
  happened: '',
  when: '',
  safeNow: '',
  aimedAt: '',
  target: '',
  subjects: '',
  pickedSubjects: '',
  pickedWitnesses: '',
  relation: '',
  platform: '',
  links: '',
  witnesses: '',
  characteristic: '',
  wanted: '',
  author: '',
  authorName: '',
} satisfies ReportFields;
const optional = [
  'aimedAt',
  'target',
  'subjects',
  'pickedSubjects',
  'pickedWitnesses',
  'relation',
  'platform',
  'links',
  'witnesses',
  'characteristic',
  'wanted',
] as const;

/** How people are picked on the form: by the client's own search, or from a list; `picked` are those picked before. */
export interface FormPeople {
  readonly search: boolean;
  readonly people: readonly PersonChoice[];
  readonly picked: readonly PersonChoice[];
}

const nobody: FormPeople = { search: true, people: [], picked: [] };

/**
 * One card for the whole report: three required answers, the rest folded away. `nonce` makes a second delivery the same
 * report. `outside`: where else to turn, said to whoever wants to stay unknown (C4).
 */
export function reportFormCard(
  level: Level,
  nonce: string,
  fields: ReportFields = {},
  problems: readonly Problem[] = [],
  { search, people, picked }: FormPeople = nobody,
  outside = '',
): FilledCard {
  const filled = { ...blank, ...fields };
  const choices = search ? picked : people;
  const { headline, levelLine } = levelWords[level];
  return fillCard('report-form', {
    ...{ headline, levelLines: level === 'anonymous' && outside !== '' ? [levelLine, outside] : [levelLine] },
    ...filled,
    pickers: [{ ...filled, search, pickedSubjectsChoices: choices, pickedWitnessesChoices: choices }],
    data: { level, nonce, ...(filled.author === '' ? {} : { author: filled.author, authorName: filled.authorName }) },
    again: { about: filled.happened.slice(0, 1_200) },
    problems: problems.map(({ field, problem }) => ({ field: fieldLabels[field] ?? 'The form', problem })),
    moreOpen: optional.some((field) => filled[field] !== ''),
    characteristics: characteristics.map((value) => ({ value, title: characteristicTitles[value] })),
  });
}
