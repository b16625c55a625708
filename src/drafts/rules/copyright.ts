import { judgementOf, raisedByJudge } from '../judgement/judgement.ts';
import { pastedText } from '../pasted-text.ts';
import type { PhraseHit, Reading } from '../reading.ts';
import { findingOf, type Rule, type RuleFinding } from '../rule.ts';

/** How far above its line the judge must be where the draft names the maker or says that they agreed, which is believed. */
const despiteCredit = 2;
/** How far below its line the judge may be where a phrase says "taken" but the draft also speaks of permission. */
const despitePermission = 1;

/** 6.1.3(c): someone else's words or pictures, without their permission or without a credit. */
export const copyright: Rule = {
  id: 'copyright',
  check(reading: Reading): readonly RuleFinding[] {
    const breaches = reading.hits('copyright', 'breach').filter((hit) => !isExcused(reading, hit));
    const graver = breaches.filter((hit) => hit.row.severity === 'stop');
    if (graver.length > 0)
      return graver.map((hit) => findingOf(reading, 'copyright', [sentenceOf(reading, hit)], hit.row));
    if (breaches.length > 0)
      return [
        findingOf(
          reading,
          'copyright',
          breaches.slice(0, 8).map((hit) => sentenceOf(reading, hit)),
        ),
      ];
    const pasted = isTheirOwn(reading) || reading.has('copyright', 'permitted') ? [] : pastedText(reading);
    if (pasted.length > 0) {
      const { says } = reading.book.rules.copyright;
      return [
        findingOf(reading, 'copyright', pasted, {
          message: says.pasted ?? '',
          suggestion: says.pastedInstead ?? '',
        }),
      ];
    }
    const judged = raisedByJudge(reading, 'copyright', isBelieved(reading) ? despiteCredit : 0);
    return judged === null
      ? []
      : [
          findingOf(
            reading,
            'copyright',
            judged.sentences.map(({ span }) => span),
          ),
        ];
  },
};

const isBelieved = (reading: Reading): boolean =>
  isTheirOwn(reading) || reading.has('copyright', 'permitted') || reading.has('copyright', 'credited');

const isTheirOwn = (reading: Reading): boolean => reading.has('copyright', 'own');

/** The words of a picture's bracket or a sentence explain themselves better than the two or three words that were met. */
function sentenceOf(reading: Reading, hit: PhraseHit) {
  const media = reading.sentences[hit.sentence]?.media;
  return media === null || media === undefined ? reading.span(hit.from, hit.to) : reading.sentenceSpan(hit.sentence);
}

/** What is not a work, advice to others, and what the writer says is theirs or allowed. */
function isExcused(reading: Reading, hit: PhraseHit): boolean {
  const near = (mark: string) => reading.hits('copyright', mark).some((other) => other.sentence === hit.sentence);
  if (near('not-work') || near('advice-giving')) return true;
  if (!near('own') && !reading.has('copyright', 'permitted')) return false;
  return (judgementOf(reading, 'copyright')?.above ?? 0) < -despitePermission;
}
