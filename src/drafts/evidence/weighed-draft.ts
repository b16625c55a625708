import type { Span } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { draftEvidence } from './draft-evidence.ts';
import { weigh } from './evidence.ts';
import { isPlausible } from './plausible.ts';
import { sentenceEvidence } from './sentence-evidence.ts';

export interface WeighedDraft {
  /** How far the draft stands above the line of the trained models; below 0 nothing is raised. */
  readonly above: number;
  /** The sentences that speak most for a breach, the gravest first. */
  readonly sentences: readonly WeighedSentence[];
  /** The models think that editing will not mend it. */
  readonly grave: boolean;
}

export interface WeighedSentence {
  readonly index: number;
  readonly weight: number;
  readonly span: Span;
}

const mostSentences = 4000;

/**
 * Weighs a draft for one of the two organisational rules; null when it lacks what a breach needs, or when no models
 * are shipped for the rule.
 */
export function weighDraft(reading: Reading, rule: 'disrepute' | 'confidentiality'): WeighedDraft | null {
  return reading.once(`weighed ${rule}`, () => {
    if (!isPlausible(reading, rule)) return null;
    const bySentence = reading.book.model(`${rule}-sentence`);
    const byDraft = reading.book.model(`${rule}-draft`);
    const byGravity = reading.book.model(`${rule}-gravity`);
    if (bySentence === null || byDraft === null || byGravity === null) return null;
    const all = reading.sentences.slice(0, mostSentences).map((_, index) => ({
      index,
      weight: weigh(
        bySentence,
        reading.once(`evidence ${index}`, () => sentenceEvidence(reading, index)),
      ),
      span: reading.sentenceSpan(index),
    }));
    const whole = reading.once('evidence', () => draftEvidence(reading));
    const sentences = all.sort((a, b) => b.weight - a.weight).slice(0, 12);
    const best = sentences[0]?.weight ?? -9;
    return {
      above: (best + weigh(byDraft, whole)) / 2 - byDraft.threshold,
      sentences: sentences
        .filter(({ weight }, place) => place === 0 || (weight > 0 && weight > best - 1.5))
        .slice(0, 4),
      grave: weigh(byGravity, whole) > byGravity.threshold,
    };
  });
}
