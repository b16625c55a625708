import { type FilledCard, fillCard } from './fill.ts';
import type { TitledText } from './titled-text.ts';

const levelTitles = {
  named: 'Report with my name',
  confidential: 'Report in confidence',
  anonymous: 'Report without my name',
} as const;

/** `about` is what the member has said already; it is not asked again. Who reads a report, who does not, what happens and how soon, before a word is typed: at most 120 words (C3). */
export function beforeYouReportCard(
  about: string,
  facts: readonly TitledText[],
  levels: readonly (keyof typeof levelTitles)[],
): FilledCard {
  return fillCard('before-you-report', {
    facts,
    levels: levels.map((level) => ({ level, title: levelTitles[level], about })),
  });
}
