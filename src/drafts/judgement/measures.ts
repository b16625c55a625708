import { hashOf } from '../../text/feature-set.ts';
import { scoresOf, sumWeights } from '../../text/joint-model.ts';
import { scoreFeatures } from '../../text/linear-model.ts';
import { disclaimerIn } from '../disclaimer-wording.ts';
import { employmentShown } from '../employment.ts';
import { condemnationOf } from '../group-talk/excuses.ts';
import { featuresOf } from '../group-talk/features.ts';
import { chargesIn } from '../group-talk/judge.ts';
import { passagesOf } from '../group-talk/passages.ts';
import { talksOf } from '../group-talk/talks-of.ts';
import { findIdentifiers } from '../identifiers/find-identifiers.ts';
import { personPassages } from '../person-talk/person-passages.ts';
import { protectionOf } from '../protection.ts';
import type { Reading } from '../reading.ts';
import { readEvidence } from './draft-evidence.ts';
import type { Judge } from './judge.ts';

/** Scores beyond this say no more. */
const far = 6;
/** Longer drafts than about 500 words say no more by being longer. */
const longest = 6;
const bounded = (score: number): number => Math.max(-far, Math.min(far, score));

/** The scores of the words by the judge's two models, before what else is known of the draft is put beside them. */
export interface WordScores {
  /** By head of the draft model. */
  readonly draft: readonly number[];
  /** By sentence, by head of the sentence model. */
  readonly sentences: readonly (readonly number[])[];
}

const sums = new Int32Array(32);

/** Scores a draft and each of its sentences. */
export function scoreWords(reading: Reading, judge: Pick<Judge, 'draft' | 'sentence'>): WordScores {
  const sentences: number[][] = [];
  const whole = readEvidence(reading, (own, around) => {
    sums.fill(0);
    sumWeights(judge.sentence, own, sums);
    sumWeights(judge.sentence, around, sums);
    sentences.push(scoresOf(judge.sentence, sums, own.size + around.size));
  });
  sums.fill(0);
  sumWeights(judge.draft, whole, sums);
  return { draft: scoresOf(judge.draft, sums, whole.size), sentences };
}

/** All that the decisions weigh, in a fixed order: draft scores, the highest sentence scores, and what else is known. */
export function measuresOf(reading: Reading, { draft, sentences }: WordScores, heads: number): number[] {
  const highest = new Array<number>(heads).fill(-far);
  for (const scores of sentences)
    for (let head = 0; head < heads; head++) highest[head] = Math.max(highest[head] as number, scores[head] ?? -far);
  return [...draft.map(bounded), ...highest.map(bounded), ...otherMeasures(reading)];
}

/** What does not come from the words' weights: grammar of groups and persons, protection, employment, identifiers, length. */
export function otherMeasures(reading: Reading): readonly number[] {
  return reading.once('other measures', () => {
    const talks = talksOf(reading);
    const protection = protectionOf(reading);
    const yes = (is: boolean) => (is ? 1 : 0);
    return [
      bounded(groupScore(reading)),
      bounded(personScore(reading)),
      talks.reduce(
        (most, talk) => chargesIn(talk).reduce((worst, charge) => Math.max(worst, charge.strength), most),
        0,
      ),
      condemnationOf(talks.slice(0, 200)),
      yes(protection === 'protected-disclosure'),
      yes(protection === 'trade-union'),
      yes(employmentShown(reading) !== null),
      yes(disclaimerIn(reading) === 'exact'),
      yes(findIdentifiers(reading).length > 0),
      Math.min(longest, Math.log2(1 + reading.tokens.length / 8)),
    ];
  });
}

/** How far the sentences about groups stand above the line of their own model; -2 where no group is named. */
export const groupScore = (reading: Reading): number => reading.once('group score', () => highestGroupScore(reading));

function highestGroupScore(reading: Reading): number {
  const model = reading.book.model('group-talk');
  if (model === null) return 0;
  return passagesOf(talksOf(reading)).reduce(
    (most, { talks }) =>
      Math.max(most, scoreFeatures(model, Int32Array.from(featuresOf(talks), hashOf)) - model.threshold),
    -2,
  );
}

function personScore(reading: Reading): number {
  const model = reading.book.model('person-talk');
  if (model === null) return 0;
  return personPassages(reading).reduce(
    (most, { features }) => Math.max(most, scoreFeatures(model, features) - model.threshold),
    -2,
  );
}
