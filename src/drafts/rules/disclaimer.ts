import { disclaimerIn } from '../disclaimer-wording.ts';
import { employmentShown } from '../employment.ts';
import type { Reading } from '../reading.ts';
import { findingOf, type Rule, type RuleFinding } from '../rule.ts';

/** 6.1.2: the post shows NHS or ICB employment and gives an opinion, and does not carry the policy's sentence. */
export const disclaimer: Rule = {
  id: 'disclaimer',
  check(reading: Reading): readonly RuleFinding[] {
    const shown = employmentShown(reading);
    if (shown === null) return [];
    const wording = disclaimerIn(reading);
    if (wording === 'exact' || !givesOpinion(reading)) return [];
    const near = wording === 'near' ? reading.book.rules.disclaimer.says.near : undefined;
    return [findingOf(reading, 'disclaimer', [shown], near === undefined ? {} : { message: near })];
  },
};

/** An opinion is said, or the post is more than news, thanks and pleasantries. */
function givesOpinion(reading: Reading): boolean {
  if (reading.has('disclaimer', 'opinion')) return true;
  return reading.tokens.length >= 14 && !reading.has('disclaimer', 'pleasantry');
}
