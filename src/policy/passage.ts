import type { Clause } from './clause.ts';
import type { ClauseIndex } from './clause-index.ts';

/** A clause up to this many characters is read whole. */
const readWhole = 600;

/**
 * The stretch of a long clause that bears most on the question, byte-equal like the clause: one line of it. A short
 * clause comes back whole.
 */
export function passageOf(index: ClauseIndex, clause: Clause, question: string): string {
  if (clause.text.length <= readWhole) return clause.text;
  const asked = meaningOf(index, question);
  let best = clause.text;
  let most = 0;
  for (const line of clause.text.split('\n')) {
    const shared = [...meaningOf(index, line)].filter((term) => asked.has(term)).length;
    if (shared <= most) continue;
    most = shared;
    best = line.trim();
  }
  return best;
}

function meaningOf(index: ClauseIndex, text: string): Set<string> {
  const { stems, concepts } = index.lexicon.read(text);
  return new Set([...stems.filter((stem) => stem.length > 3), ...concepts.map((concept) => `#${concept}`)]);
}
