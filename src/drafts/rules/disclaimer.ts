import { disclaimerIn } from '../disclaimer-wording.ts';
import { employmentShown } from '../employment.ts';
import type { Span } from '../finding.ts';
import { judgementOf } from '../judgement/judgement.ts';
import type { Reading } from '../reading.ts';
import { findingOf, type Rule, type RuleFinding } from '../rule.ts';

/** 6.1.2: the post shows NHS or ICB employment and gives an opinion, and does not carry the policy's sentence. */
export const disclaimer: Rule = {
  id: 'disclaimer',
  check(reading: Reading): readonly RuleFinding[] {
    const wording = disclaimerIn(reading);
    if (wording === 'exact') return [];
    const shown = wordsAtFault(reading);
    if (shown === null) return [];
    const near = wording === 'near' ? reading.book.rules.disclaimer.says.near : undefined;
    return [findingOf(reading, 'disclaimer', [shown], near === undefined ? {} : { message: near })];
  },
};

/** Where employment shows, if an opinion is given too; or what the judge points at. */
function wordsAtFault(reading: Reading): Span | null {
  const shown = employmentShown(reading);
  if (shown !== null && givesOpinion(reading)) return shown;
  const judged = judgementOf(reading, 'disclaimer');
  return judged === null || judged.above < 0 ? null : (shown ?? judged.sentences[0]?.span ?? null);
}

/** An opinion is said, or the post is more than news, thanks and pleasantries. */
function givesOpinion(reading: Reading): boolean {
  if (reading.has('disclaimer', 'opinion')) return true;
  return reading.tokens.length >= 14 && !reading.has('disclaimer', 'pleasantry');
}
