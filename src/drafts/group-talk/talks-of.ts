import type { Reading } from '../reading.ts';
import type { Talk } from './evidence.ts';
import { readTalks } from './passages.ts';

/** What each sentence of a draft names and says of people, worked out once per draft; none in a book without those words. */
export const talksOf = (reading: Reading): readonly Talk[] =>
  reading.once('talk of people', () => (reading.book.people === null ? [] : readTalks(reading, reading.book.people)));
