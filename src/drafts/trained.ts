import { scoreFeatures } from '../text/linear-model.ts';
import type { RuleId, Span } from './finding.ts';
import { readPassages } from './passage-features.ts';
import type { Reading } from './reading.ts';

/** A passage and how far its score stands above (or below) the line that the model draws. */
export interface ScoredPassage {
  readonly span: Span;
  readonly sentence: number;
  readonly above: number;
}

/** All passages of a draft as the rule's trained model scores them; none when no model is shipped for the rule. */
export function scoredPassages(reading: Reading, rule: RuleId): readonly ScoredPassage[] {
  return reading.once(`trained ${rule}`, () => {
    const model = reading.book.model(rule);
    if (model === null) return [];
    return readPassages(reading).map(({ from, to, sentence, features }) => ({
      span: spanOf(reading, from, to, sentence),
      sentence,
      above: scoreFeatures(model, features) - model.threshold,
    }));
  });
}

/** The whole sentence with its stops, or only the tokens where a very long sentence was cut. */
function spanOf(reading: Reading, from: number, to: number, sentence: number): Span {
  const whole = reading.sentences[sentence];
  return whole !== undefined && whole.from === from && whole.to === to
    ? reading.sentenceSpan(sentence)
    : reading.span(from, to);
}

/** The one highest passage above the line, with others that stand nearly as high; empty when none does. */
export function trainedSpans(reading: Reading, rule: RuleId, margin = 0): Span[] {
  const passages = scoredPassages(reading, rule).filter((passage) => passage.above >= margin);
  return [...passages]
    .sort((a, b) => b.above - a.above)
    .slice(0, 3)
    .map((passage) => passage.span);
}
