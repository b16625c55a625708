import type { Span } from './finding.ts';
import type { PhraseHit, Reading } from './reading.ts';

/** The words by which the writer shows working for the NHS or ICB; null when nothing does. */
export function employmentShown(reading: Reading): Span | null {
  return reading.once('employment', () => {
    const others = reading.hits('disclaimer', 'someone-else');
    const own = reading
      .hits('disclaimer', 'employment')
      .filter((hit) => !hit.quoted && !others.some((other) => covers(other, hit)));
    const best = own[0];
    return best === undefined ? null : reading.span(best.from, best.to);
  });
}

/** Somebody else's job stands over or just before these words, in the same sentence. */
function covers(other: PhraseHit, hit: PhraseHit): boolean {
  return other.sentence === hit.sentence && other.from <= hit.from + 1 && other.to + 2 >= hit.from;
}
