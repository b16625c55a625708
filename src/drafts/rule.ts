import type { ClauseId } from '../policy/clause.ts';
import type { RuleId, Severity, Span } from './finding.ts';
import type { PhraseHit, Reading } from './reading.ts';

/** What a rule says of a draft; the check puts the rule's id to it. Spans must come from the reading. */
export interface RuleFinding {
  readonly clause: ClauseId;
  readonly severity: Severity;
  readonly spans: readonly Span[];
  readonly message: string;
  readonly suggestion: string;
}

/** One conduct rule: reads the draft, answers with at most a few findings, never throws, takes linear time. */
export interface Rule {
  readonly id: RuleId;
  check(reading: Reading): readonly RuleFinding[];
}

/** A finding for `spans` in the rule's own words, or in those of the row that was met. */
export function findingOf(
  reading: Reading,
  rule: RuleId,
  spans: readonly Span[],
  row?: Partial<Pick<RuleFinding, 'severity' | 'message' | 'suggestion'>> | PhraseHit['row'],
): RuleFinding {
  const words = reading.book.rules[rule];
  const own =
    row === undefined
      ? {}
      : 'phrases' in row
        ? { message: row.why, suggestion: row.instead, severity: row.severity }
        : row;
  return {
    clause: words.clause,
    severity: own.severity ?? words.severity,
    spans,
    message: own.message ?? words.why,
    suggestion: own.suggestion ?? words.instead,
  };
}
