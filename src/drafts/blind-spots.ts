import type { BlindSpot } from './finding.ts';
import type { Reading } from './reading.ts';

/** What of a draft the check could not look at. `cut` says that only its beginning was read. */
export function blindSpots(reading: Reading, cut: boolean): BlindSpot[] {
  const spots: BlindSpot[] = [];
  if (reading.sentences.some((sentence) => sentence.media !== null)) spots.push('image');
  if (reading.tokens.some((token) => token.kind === 'link')) spots.push('link');
  if (cut) spots.push('too-long');
  return spots;
}
