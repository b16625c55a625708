import type { CheckedDraft, Finding, Span } from './finding.ts';
import type { RuleBook } from './rule-book.ts';

/** A change that would mend a finding, for the person to take or leave. `text` is the whole draft with the change made. */
export interface Mending {
  readonly kind: 'take-out' | 'add-credit' | 'add-disclaimer';
  readonly text: string;
}

/**
 * A safer wording of the draft where an edit mends it: the words at fault taken out, a credit line to fill in, the
 * disclaimer to copy. Null where nothing simple does, and where nothing would be left.
 */
export function mendDraft(text: string, checked: CheckedDraft, book: RuleBook): Mending | null {
  const breaches = checked.findings.filter((finding) => finding.severity !== 'advice');
  if (breaches.length === 0) return addDisclaimer(text, checked, book);
  if (breaches.every((finding) => finding.rule === 'copyright' && finding.severity === 'change'))
    return { kind: 'add-credit', text: `${text.trimEnd()}\n\nBy [name of the author], used with permission.` };
  const left = takeOut(text, breaches).trim();
  return left.split(/\s+/).length < 3 ? null : { kind: 'take-out', text: left };
}

function addDisclaimer(text: string, checked: CheckedDraft, book: RuleBook): Mending | null {
  if (!checked.findings.some((finding) => finding.rule === 'disclaimer')) return null;
  return { kind: 'add-disclaimer', text: `${text.trimEnd()}\n\n${book.rules.disclaimer.says.exact ?? ''}.` };
}

/** The draft without the spans of the findings; the gaps closed. */
function takeOut(text: string, findings: readonly Finding[]): string {
  const spans = findings.flatMap((finding) => finding.spans).sort((a, b) => a.start - b.start);
  let left = '';
  let at = 0;
  for (const span of spans as readonly Span[]) {
    if (span.start > at) left += text.slice(at, span.start);
    at = Math.max(at, span.end);
  }
  return (left + text.slice(at)).replace(/[ \t]{2,}/g, ' ').replace(/ ([.,!?])/g, '$1');
}
