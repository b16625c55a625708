import type { LinearModel } from '../../text/linear-model.ts';
import type { Span } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { draftEvidence } from './draft-evidence.ts';
import { type Evidence, weigh } from './evidence.ts';
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
const mostShown = 12;

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
    const sentences = heaviest(reading, bySentence);
    const whole = reading.once('evidence', () => draftEvidence(reading));
    const best = sentences[0]?.weight ?? -9;
    return {
      above: (best + weigh(byDraft, whole)) / 2 - byDraft.threshold,
      sentences: sentences
        .filter(({ weight }, place) => place === 0 || (weight > 0 && weight > best - 1.5))
        .slice(0, 4)
        .map(({ index, weight }) => ({ index, weight, span: reading.sentenceSpan(index) })),
      grave: weigh(byGravity, whole) > byGravity.threshold,
    };
  });
}

/** The sentences that weigh most, the heaviest first; of equals the earlier. */
function heaviest(reading: Reading, model: LinearModel): { index: number; weight: number }[] {
  const evidence = reading.once('evidence of sentences', () => [] as Evidence[]);
  const best: { index: number; weight: number }[] = [];
  for (let index = 0; index < Math.min(mostSentences, reading.sentences.length); index++) {
    evidence[index] ??= sentenceEvidence(reading, index);
    const weight = weigh(model, evidence[index] as Evidence);
    let place = best.length;
    while (place > 0 && (best[place - 1] as { weight: number }).weight < weight) place--;
    if (place >= mostShown) continue;
    best.splice(place, 0, { index, weight });
    best.length = Math.min(best.length, mostShown);
  }
  return best;
}
