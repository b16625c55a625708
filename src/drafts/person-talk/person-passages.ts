import type { Talk } from '../group-talk/evidence.ts';
import { talksOf } from '../group-talk/talks-of.ts';
import type { Reading } from '../reading.ts';
import { personFeatures, personsOf } from './person-features.ts';

/** A sentence with the next one, as the bullying model sees it. */
export interface PersonPassage {
  /** Index of the first sentence. */
  readonly sentence: number;
  readonly features: Int32Array;
}

const marks = ['watched', 'ominous', 'affection', 'sport', 'fiction', 'told'];
/** What is beyond is left to the phrase rows. */
const mostPassages = 20_000;

/** One passage per sentence that speaks to or of somebody, or stands before one. Linear in the draft. */
export function personPassages(reading: Reading): PersonPassage[] {
  const talks = talksOf(reading);
  const features = featuresIn(reading);
  const spoken = talks.slice(0, mostPassages).map((talk) => personsOf(talk).some(isSomebody));
  return spoken.flatMap((somebody, sentence) => {
    if (!somebody && !spoken[sentence + 1]) return [];
    const [talk, next] = [talks[sentence] as Talk, talks[sentence + 1]];
    return [{ sentence, features: features(next === undefined ? [talk] : [talk, next], sentence) }];
  });
}

/** Anybody but the writer. */
const isSomebody = (person: string | null): boolean => person !== null && person !== '<self>';

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
    return personFeatures(talks, met);
  };
}
