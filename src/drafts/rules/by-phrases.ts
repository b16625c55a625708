import type { RuleId } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { findingOf, type Rule, type RuleFinding } from '../rule.ts';

/** The simplest rule: each row marked `breach` that is met, in the writer's own words, is a finding. */
export function byPhrases(id: RuleId): Rule {
  return {
    id,
    check(reading: Reading): readonly RuleFinding[] {
      return reading
        .hits(id, 'breach')
        .filter((hit) => !hit.quoted && !hit.negated)
        .slice(0, 20)
        .map((hit) => findingOf(reading, id, [reading.span(hit.from, hit.to)], hit.row));
    },
  };
}
