import { condemnationOf } from '../group-talk/excuses.ts';
import { chargesIn } from '../group-talk/judge.ts';
import { type Passage, passagesOf, readTalks } from '../group-talk/passages.ts';
import type { Reading } from '../reading.ts';
import { findingOf, type Rule, type RuleFinding } from '../rule.ts';
import { byPhrases } from './by-phrases.ts';

const enough = 0.75;
const phrases = byPhrases('discrimination');

/** Belittling people for a protected characteristic: phrase rows, and the grammar of who says what of whom. */
export const discrimination: Rule = {
  id: 'discrimination',
  check(reading: Reading): readonly RuleFinding[] {
    const found = [...phrases.check(reading)];
    const lexicon = reading.book.people;
    if (lexicon === null) return found;
    for (const passage of passagesOf(readTalks(reading, lexicon)).slice(0, 50)) {
      const finding = judge(reading, passage);
      if (finding !== null) found.push(finding);
    }
    return found;
  },
};

function judge(reading: Reading, { talks }: Passage): RuleFinding | null {
  const pardon = 1 - 0.8 * condemnationOf(talks);
  const charges = talks.flatMap((talk) => chargesIn(talk).map((charge) => ({ talk, charge })));
  const worst = charges.sort((a, b) => b.charge.strength - a.charge.strength)[0];
  if (worst === undefined || worst.charge.strength * pardon < enough) return null;
  const { units } = worst.talk.sentence;
  const { mention, hit } = worst.charge;
  const first = units[Math.min(mention.from, hit?.from ?? mention.from)];
  const last = units[Math.max(mention.to, hit?.to ?? mention.to) - 1];
  return findingOf(reading, 'discrimination', [reading.slice(first?.start ?? 0, last?.end ?? 0)]);
}
