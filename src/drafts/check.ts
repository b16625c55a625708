import { blindSpots } from './blind-spots.ts';
import { type CheckedDraft, type Draft, type Finding, ruleIds, type Verdict, verdicts } from './finding.ts';
import { Reading } from './reading.ts';
import type { RuleFinding } from './rule.ts';
import type { RuleBook } from './rule-book.ts';
import { rules } from './rules.ts';
import { settle } from './settle.ts';

/** The most of a draft that is read, in UTF-16 units; what is beyond is named as not checked. */
export const mostRead = 1_000_000;

/** Checks a draft against every conduct rule. Pure and deterministic; never throws; linear in the draft. */
export function checkDraft(draft: Draft, book: RuleBook): CheckedDraft {
  const read = draft.text.length > mostRead ? { ...draft, text: draft.text.slice(0, mostRead) } : draft;
  const reading = new Reading(read, book);
  const raised: Finding[] = [];
  for (const id of ruleIds) {
    const found = rules[id].check(reading);
    if (found.length > 0) for (const finding of together(found)) raised.push({ rule: id, ...finding });
  }
  const { findings, protection } = settle(reading, raised);
  return { verdict: verdictOf(findings), findings, notChecked: blindSpots(reading, read !== draft), protection };
}

/** One finding per rule and reason: spans of the same words for people are put together. */
function together(findings: readonly RuleFinding[]): RuleFinding[] {
  const byReason = new Map<string, RuleFinding>();
  for (const finding of findings) {
    const key = `${finding.clause} ${finding.severity} ${finding.message} ${finding.suggestion}`;
    const before = byReason.get(key);
    const spans = [
      ...(before?.spans ?? []),
      ...finding.spans.filter((span) => !before?.spans.some((one) => one.start === span.start && one.end === span.end)),
    ];
    byReason.set(key, { ...finding, spans: spans.sort((a, b) => a.start - b.start || a.end - b.end) });
  }
  return [...byReason.values()];
}

function verdictOf(findings: readonly Finding[]): Verdict {
  return findings.reduce<Verdict>(
    (worst, { severity }) => (verdicts.indexOf(severity) > verdicts.indexOf(worst) ? severity : worst),
    'ok',
  );
}
