import { hash } from '../../text/linear-model.ts';
import type { Talk } from '../group-talk/evidence.ts';
import { talksOf } from '../group-talk/talks-of.ts';
import type { Reading } from '../reading.ts';
import { personFeatures, personOf } from './person-features.ts';

/** A sentence with the next one, as the bullying model sees it. */
export interface PersonPassage {
  /** Index of the first sentence. */
  readonly sentence: number;
  readonly features: Int32Array;
}

const marks = ['watched', 'ominous', 'affection', 'sport', 'fiction', 'told'];
/** A longer draft is a paper, not a post; what is beyond is left to the phrase rows. */
const mostPassages = 2000;

/** One passage per sentence. Linear in the draft. */
export function personPassages(reading: Reading): PersonPassage[] {
  const talks = talksOf(reading);
  const features = featuresIn(reading);
  return talks.slice(0, mostPassages).map((talk, sentence) => {
    const next = talks[sentence + 1];
    return { sentence, features: features(next === undefined ? [talk] : [talk, next], sentence) };
  });
}

/** Of a passage's two sentences the one that scores higher by itself. */
export function worseSentence(reading: Reading, sentence: number, score: (features: Int32Array) => number): number {
  const talks = talksOf(reading);
  const features = featuresIn(reading);
  const alone = (index: number) => {
    const talk = talks[index];
    return talk === undefined ? Number.NEGATIVE_INFINITY : score(features([talk], index));
  };
  return alone(sentence + 1) > alone(sentence) ? sentence + 1 : sentence;
}

/** Whether a sentence or the next speaks to or of somebody else. */
export function speaksOfSomebody(reading: Reading, sentence: number): boolean {
  const talks = talksOf(reading).slice(sentence, sentence + 2);
  return talks.some(({ sentence: { units } }) => units.some((unit) => !['<self>', null].includes(personOf(unit))));
}

function featuresIn(reading: Reading): (talks: readonly Talk[], sentence: number) => Int32Array {
  const present = marks.filter((mark) => reading.has('bullying', mark));
  const rows = new Set(
    reading
      .hits('bullying', 'breach')
      .filter((hit) => !hit.quoted)
      .map((hit) => hit.sentence),
  );
  return (talks, sentence) => {
    const met = rows.has(sentence) || rows.has(sentence + 1) ? [...present, 'row'] : present;
    return Int32Array.from(personFeatures(talks, met), (feature) => hash(feature));
  };
}
