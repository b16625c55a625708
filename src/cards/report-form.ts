import { characteristics, type Level, type Problem } from '../incidents/report-form.ts';
import { type FilledCard, fillCard } from './fill.ts';

const levelWords: Record<Level, { headline: string; levelLine: string }> = {
  named: { headline: 'Report with your name', levelLine: 'The people who work on it know who you are.' },
  confidential: {
    headline: 'Report in confidence',
    levelLine:
      'Your name is kept apart from the report. Only the custodian can open it, with a reason, and every opening is logged.',
  },
  anonymous: {
    headline: 'Report without your name',
    levelLine:
      'I store no name, id or conversation of yours with it. Teams itself knows who is signed in, and your words may show who you are. You get a code: it is the only way back.',
  },
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
    | 'subjects'
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
  subjects: '',
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
  'subjects',
  'relation',
  'platform',
  'links',
  'witnesses',
  'characteristic',
  'wanted',
] as const;

/** One card for the whole report: three required answers, the rest folded away. `nonce` makes a second delivery the same report. */
export function reportFormCard(
  level: Level,
  nonce: string,
  fields: ReportFields = {},
  problems: readonly Problem[] = [],
): FilledCard {
  const filled = { ...blank, ...fields };
  return fillCard('report-form', {
    ...levelWords[level],
    ...filled,
    data: { level, nonce, ...(filled.author === '' ? {} : { author: filled.author, authorName: filled.authorName }) },
    problems: problems.map(({ problem }) => problem),
    moreOpen: optional.some((field) => filled[field] !== ''),
    characteristics: characteristics.map((value) => ({ value, title: characteristicTitles[value] })),
  });
}
