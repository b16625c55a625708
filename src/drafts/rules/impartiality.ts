import { employmentShown } from '../employment.ts';
import { raisedByJudge } from '../judgement/judgement.ts';
import type { Reading } from '../reading.ts';
import { findingOf, type Rule, type RuleFinding } from '../rule.ts';

/** How far above its line the judge must be where the draft shows no work role. */
const withoutRole = 0.7;

/** 5.1.2: a work role used to favour a product, a supplier, a party or a side. The same opinion without the role is free. */
export const impartiality: Rule = {
  id: 'impartiality',
  check(reading: Reading): readonly RuleFinding[] {
    const role = showsRole(reading);
    const hits =
      role && !isNeutral(reading)
        ? reading.hits('impartiality', 'breach').filter((hit) => !hit.quoted && !hit.negated)
        : [];
    if (hits.length > 0)
      return [
        findingOf(
          reading,
          'impartiality',
          hits.slice(0, 6).map((hit) => reading.span(hit.from, hit.to)),
        ),
      ];
    const judged = raisedByJudge(
      reading,
      'impartiality',
      role || reading.has('impartiality', 'buying') ? 0 : withoutRole,
    );
    return judged === null
      ? []
      : [
          findingOf(
            reading,
            'impartiality',
            judged.sentences.map(({ span }) => span),
          ),
        ];
  },
};

/** Employment, or work on buying, deciding or consulting. */
function showsRole(reading: Reading): boolean {
  return employmentShown(reading) !== null || reading.has('disclaimer', 'employment') || mentionsOrganisation(reading);
}

const mentionsOrganisation = (reading: Reading): boolean => reading.has('impartiality', 'organisation');

/** Says that every answer counts, or declares the interest, and nothing is gained. */
const isNeutral = (reading: Reading): boolean =>
  reading.has('impartiality', 'neutral') && !reading.has('impartiality', 'gaining');
