import type { ClauseKind, Modality } from './clause.ts';
import { plainText } from './plain-text.ts';

interface Wording {
  readonly text: string;
  readonly kind: ClauseKind;
  readonly path: readonly string[];
}

const wordings: readonly (readonly [RegExp, Modality])[] = [
  [
    /\b(must|shall|should|may|can)\s+(not|never)\b(?!\s+appreciate)|\b(prohibited|forbidden|not permitted|not allowed)\b/i,
    'must not',
  ],
  [/\b(must|shall|are required to|is required to|(is|are) mandatory)\b/i, 'must'],
  [/\b(should|are expected to|is expected to|please)\b/i, 'should'],
  [/\b(may|can|are free to|acceptable|permitted|allowed|welcome to)\b/i, 'may'],
];

/** The force of a clause from its own wording and place. A bullet carries on its lead-in, so "must not:" reaches each. */
export function readModality(clause: Wording, parent: Wording | null): Modality {
  if (clause.kind === 'row') return 'fact';
  if (isDefinition(clause)) return 'definition';
  const own = modalityOf(clause.text);
  if (clause.kind !== 'bullet' || parent === null) return own;
  const lead = modalityOf(parent.text);
  return lead === 'statement' ? own : lead;
}

function isDefinition({ path, text }: Wording): boolean {
  return (
    /\b(definitions?|glossary|terms)\b/i.test(path.at(-1) ?? '') && /^[^.]{2,60}(\s[–—-]|:|\bmeans\b)\s/.test(text)
  );
}

/** Words in quotation marks are somebody's words, not the clause's force. "Should not" is kept apart from "must not". */
function modalityOf(text: string): Modality {
  const own = plainText(text).replace(/["“][^"”]*["”]/g, ' ');
  const found = wordings
    .map(([pattern, modality]) => ({ modality, at: own.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .map(({ modality }) => modality);
  const strongest = found[0] ?? 'statement';
  if (strongest !== 'must not') return strongest === 'may' && !addressesStaff(own) ? 'statement' : strongest;
  return /\b(must|shall|may|can)\s+(not|never)\b(?!\s+appreciate)|\b(prohibited|forbidden|not permitted|not allowed)\b/i.test(
    own,
  )
    ? 'must not'
    : 'should';
}

/** "Staff may" gives leave; "documents can improve" and "employees may not appreciate" only describe. */
function addressesStaff(text: string): boolean {
  return /\b(staff|employees?|you|members?|volunteers?|colleagues?|managers?)\b[^.]{0,40}\b(may|can|are free to|are welcome to)\b(?!\s+not\s+appreciate)|\bacceptable\b|\b(is|are) (permitted|allowed)\b/i.test(
    text,
  );
}
