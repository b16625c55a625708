import { type LinearModel, scoreFeatures, sumOf } from '../text/linear-model.ts';
import { draftFeatures } from './draft-features.ts';
import type { RuleId, Span } from './finding.ts';
import { type Passage, passagesIn } from './passage-features.ts';
import type { Reading } from './reading.ts';
import { type WordedRule, wordingAbove } from './wording.ts';

/** What the trained models of a rule make of a draft. */
export interface Weighed {
  /** How far the draft stands above the line that the models draw; below 0 they raise nothing. */
  readonly above: number;
  /** The passages that speak most for a breach, the highest first. */
  readonly passages: readonly { readonly span: Span; readonly sentence: number; readonly score: number }[];
}

/** The models of passages and of the whole must not stand alone: so far under its own line the wording says no. */
const doubt = 1;

/** How far below the highest passage another may stand and still be shown. */
const near = 0.7;
const mostShown = 3;

/** The mean of the highest passage's score and the whole draft's, against the line; null when no models are shipped. */
export function weighByModels(reading: Reading, rule: RuleId): Weighed | null {
  return reading.once(`trained ${rule}`, () => {
    const passageModel = reading.book.model(rule);
    const draftModel = reading.book.model(`${rule}-whole`);
    if (passageModel === null || draftModel === null) return null;
    const passages = highest(reading, passageModel);
    const best = passages[0]?.score;
    if (best === undefined) return null;
    return {
      above: (best + scoreFeatures(draftModel, draftFeatures(reading))) / 2 - draftModel.threshold,
      passages: passages
        .filter(({ score }) => score > best - near)
        .map(({ passage, score }) => ({
          span: spanOf(reading, passage.from, passage.to, passage.sentence),
          sentence: passage.sentence,
          score,
        })),
    };
  });
}

interface Scored {
  readonly passage: Passage;
  readonly score: number;
}

/** The passages that score highest, the highest first; of equals the earlier. */
function highest(reading: Reading, model: LinearModel): Scored[] {
  const { context, all } = passagesIn(reading);
  const shared = sumOf(model, context);
  const best: Scored[] = [];
  for (const passage of all) {
    const features = context.length + passage.own.length;
    const sum = shared + sumOf(model, passage.own);
    const score = features === 0 ? model.bias : model.bias + (sum * model.scale) / Math.sqrt(features);
    let place = best.length;
    while (place > 0 && (best[place - 1] as Scored).score < score) place--;
    if (place >= mostShown) continue;
    best.splice(place, 0, { passage, score });
    best.length = Math.min(best.length, mostShown);
  }
  return best;
}

/** The passages to show when the draft stands at least `margin` above the line; none otherwise. */
export function trainedSpans(reading: Reading, rule: WordedRule, margin = 0): Span[] {
  if ((wordingAbove(reading, rule) ?? 0) < -doubt) return [];
  const weighed = weighByModels(reading, rule);
  return weighed === null || weighed.above < margin ? [] : weighed.passages.map((passage) => passage.span);
}

/** The whole sentence with its stops, or only the tokens where a very long sentence was cut. */
function spanOf(reading: Reading, from: number, to: number, sentence: number): Span {
  const whole = reading.sentences[sentence];
  return whole !== undefined && whole.from === from && whole.to === to
    ? reading.sentenceSpan(sentence)
    : reading.span(from, to);
}
