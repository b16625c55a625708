import type { Severity } from '../finding.ts';
import { type Judgement, raisedByJudge } from '../judgement/judgement.ts';
import type { PhraseHit, Reading } from '../reading.ts';
import { findingOf, type Rule, type RuleFinding } from '../rule.ts';

const id = 'flippant-or-inaccurate';
/** 5.2.2: jokes about the service and the people who wait for it, and claims that are wrong or unsupported. */
export const flippantOrInaccurate: Rule = {
  id,
  check(reading: Reading): readonly RuleFinding[] {
    if (reading.has(id, 'fiction')) return [];
    const judged = raisedByJudge(reading, id);
    return judged === null ? [] : [finding(reading, judged)];
  },
};

/** The words depend on what was met in the passages: a wrong claim, a light joke, or a joke that can hurt. */
function finding(reading: Reading, { sentences, mild }: Judgement): RuleFinding {
  const spans = sentences.map(({ span }) => span);
  const met = (mark: string): readonly PhraseHit[] =>
    reading.hits(id, mark).filter((hit) => sentences.some(({ index }) => index === hit.sentence) && !hit.quoted);
  const { says } = reading.book.rules[id];
  const severity: Severity = mild ? 'advice' : 'change';
  if (severity === 'advice')
    return findingOf(reading, id, spans, {
      severity,
      message: says.mild ?? '',
      suggestion: says.mildInstead ?? '',
    });
  if (met('inaccurate').length + met('claim').length > met('grim-joke').length)
    return findingOf(reading, id, spans, {
      severity,
      message: says.inaccurate ?? '',
      suggestion: says.inaccurateInstead ?? '',
    });
  return findingOf(reading, id, spans, { severity });
}
