import { classify } from './classifier.ts';
import { featureSpace, letterSignsOf, signsOf } from './features.ts';
import type { Judge, LearnedQuestions } from './learned-questions.ts';
import type { Reading } from './lexicon.ts';

/** How much the judge by letters counts beside the one by words; found by cross-validation over the examples. */
const letterShare = 0.4;

export interface Judged {
  /** How likely each label is; they sum to 1. */
  readonly labels: Float64Array;
  /** How likely no clause answers, 0 to 1. */
  readonly unanswered: number;
}

/** Both judges asked, by words with ideas and by letters, and what they say put together. */
export function judgeQuestion({ byWords, byLetters }: LearnedQuestions): (reading: Reading) => Judged {
  const words = judgeBy(byWords, signsOf);
  const letters = judgeBy(byLetters, letterSignsOf);
  const both = (one: number, other: number) => one * (1 - letterShare) + other * letterShare;
  return (reading) => {
    const [one, other] = [words(reading), letters(reading)];
    return {
      labels: one.labels.map((share, label) => both(share, other.labels[label] ?? 0)),
      unanswered: both(one.unanswered, other.unanswered),
    };
  };
}

function judgeBy(
  { signs, which, whether }: Judge,
  signsIn: (reading: Reading) => ReadonlyMap<string, number>,
): (reading: Reading) => Judged {
  const space = featureSpace(signs);
  return (reading) => {
    const vector = space.vector(signsIn(reading));
    return { labels: classify(which, vector), unanswered: classify(whether, vector)[1] ?? 0 };
  };
}
