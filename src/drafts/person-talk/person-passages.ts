import { talksOf } from '../group-talk/talks-of.ts';
import type { Reading } from '../reading.ts';
import { type PersonTalk, personFeatures, personsOf, type Who } from './person-features.ts';

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
  const talks = personTalks(reading);
  const marks = marksOf(reading);
  const spoken = talks.map(({ persons }) => persons.some(isSomebody));
  const passages: PersonPassage[] = [];
  for (let sentence = 0; sentence < talks.length; sentence++)
    if (spoken[sentence] || spoken[sentence + 1])
      passages.push({ sentence, features: personFeatures(talks.slice(sentence, sentence + 2), marks(sentence)) });
  return passages;
}

const personTalks = (reading: Reading): readonly PersonTalk[] =>
  reading.once('persons', () =>
    talksOf(reading)
      .slice(0, mostPassages)
      .map((talk) => ({ talk, persons: personsOf(talk) })),
  );

/** Anybody but the writer. */
const isSomebody = (person: Who): boolean => person !== null && person !== '<self>';

/** The marks that count for a sentence and the next: those of the whole draft, and whether a phrase row stands in them. */
function marksOf(reading: Reading): (sentence: number) => readonly string[] {
  const present = marks.filter((mark) => reading.has('bullying', mark));
  const withRow = [...present, 'row'];
  const rows = new Set<number>();
  for (const hit of reading.hits('bullying', 'breach')) if (!hit.quoted) rows.add(hit.sentence);
  return (sentence) => (rows.has(sentence) || rows.has(sentence + 1) ? withRow : present);
}
