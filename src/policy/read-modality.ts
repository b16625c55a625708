import type { ClauseKind, Modality } from './clause.ts';
import { isBareHeading, plainText } from './plain-text.ts';

interface Wording {
  readonly text: string;
  readonly title: string;
  readonly kind: ClauseKind;
  readonly path: readonly string[];
}

/** The force of a clause from its own wording and place. A bullet carries on a lead-in that ends in a colon. */
export function readModality(clause: Wording, parent: Wording | null): Modality {
  if (clause.kind === 'row') return 'fact';
  if (isBareHeading(clause)) return 'statement';
  if (isDefinition(clause)) return 'definition';
  const own = modalityOf(clause.text);
  if (clause.kind !== 'bullet' || !parent?.text.trimEnd().endsWith(':')) return own;
  const lead = modalityOf(parent.text);
  return lead === 'statement' ? own : lead;
}

function isDefinition({ path, text }: Wording): boolean {
  const heading = path.at(-1) ?? '';
  return /\b(definitions?|glossary|terms|words)\b/i.test(heading) && /^[^.]{2,60}(\s[–—-]|:|\bmeans\b)\s/.test(text);
}

/** First found wins. "Employees may not appreciate" describes, and forbids nothing. */
const wordings: readonly (readonly [Modality, RegExp])[] = [
  [
    'must not',
    /\b(must|shall|may|can)\s+(not|never)\b(?!\s+appreciate)|\b(prohibited|forbidden)\b|\bnot (permitted|allowed)\b/i,
  ],
  ['must not', /(^|[.;]\s+)(never|do not|don[’']t)\s/i],
  ['must', /\b(must|shall)\b|\b(is|are) (required to|mandatory)\b/i],
  ['should', /\bshould\b|\b(is|are) expected to\b|\bplease\b/i],
  [
    'may',
    /\b(staff|employees?|you|members?|volunteers?|colleagues?|managers?)\b[^.]{0,40}\b(may|can|are free to|are welcome to)\b(?!\s+not)/i,
  ],
  ['may', /\bacceptable\b|\b(is|are) (permitted|allowed)\b|^may\b/i],
];

/** Words in quotation marks are somebody's words, not the clause's force. */
function modalityOf(text: string): Modality {
  const own = plainText(text).replace(/["“][^"”]*["”]/g, ' ');
  return wordings.find(([, pattern]) => pattern.test(own))?.[0] ?? 'statement';
}
