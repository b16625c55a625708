import { type FilledCard, fillCard } from './fill.ts';

/** One line of help: who, how to reach them, and when to choose them. */
export interface CrisisLine {
  readonly title: string;
  readonly reach: string;
  readonly when: string;
}

/** The fixed, reviewed card that comes before anything else (C1). Its words are the organisation's, in `policy/support.yaml`. */
export function crisisCard(words: {
  headline: string;
  intro: string;
  closing: string;
  lines: readonly CrisisLine[];
}): FilledCard {
  return fillCard('crisis', words);
}
