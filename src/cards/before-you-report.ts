import { type FilledCard, fillCard } from './fill.ts';
import { levelWords } from './report-form.ts';
import type { TitledText } from './titled-text.ts';

const levelTitles = {
  named: 'Report with my name',
  confidential: 'Report in confidence',
  anonymous: 'Report without my name',
} as const;

/** Words up to this length travel in the buttons, which are six with their fall-backs; longer ones stand in a box. */
const shortEnough = 1_200;

/**
 * Who reads a report, who does not, what happens and how soon, before a word is typed: at most 120 words (C3). `about` is
 * what the member has said already, and `message` what a reported message says about itself: neither is asked again.
 */
export function beforeYouReportCard(
  about: string,
  facts: readonly TitledText[],
  levels: readonly (keyof typeof levelTitles)[],
  message: Readonly<Record<string, string>> = {},
): FilledCard {
  const known = Object.fromEntries(Object.entries(message).filter(([, text]) => text !== ''));
  const carried = about.length <= shortEnough ? { about, ...known } : known;
  return fillCard('before-you-report', {
    facts,
    differences: levels.map((level) => ({ title: levelTitles[level], text: levelWords[level].levelLine })),
    boxed: about.length <= shortEnough ? [] : [about],
    levels: levels.map((level) => ({ title: levelTitles[level], data: { level, ...carried } })),
  });
}
