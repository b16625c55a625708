import { scoreFeatures } from '../../text/linear-model.ts';
import { draftFeatures } from '../draft-features.ts';
import { employmentShown } from '../employment.ts';
import type { Severity } from '../finding.ts';
import type { PhraseHit, Reading } from '../reading.ts';
import { findingOf, type Rule, type RuleFinding } from '../rule.ts';
import { weighByModels } from '../trained.ts';

const id = 'flippant-or-inaccurate';
/** How far above its line the model must be where the draft shows no work for the service. */
const withoutRole = 0.8;

/** 5.2.2: jokes about the service and the people who wait for it, and claims that are wrong or unsupported. */
export const flippantOrInaccurate: Rule = {
  id,
  check(reading: Reading): readonly RuleFinding[] {
    if (reading.has(id, 'fiction')) return [];
    const insider = employmentShown(reading) !== null || reading.has(id, 'the-organisation');
    const weighed = weighByModels(reading, id);
    if (weighed === null || weighed.above < (insider ? 0 : withoutRole)) return [];
    return [
      finding(
        reading,
        weighed.passages.map((passage) => passage.sentence),
        weighed.passages.map((passage) => passage.span),
      ),
    ];
  },
};

/** The words depend on what was met in the passages: a wrong claim, a light joke, or a joke that can hurt. */
function finding(reading: Reading, sentences: readonly number[], spans: RuleFinding['spans']): RuleFinding {
  const met = (mark: string): readonly PhraseHit[] =>
    reading.hits(id, mark).filter((hit) => sentences.includes(hit.sentence) && !hit.quoted);
  const { says } = reading.book.rules[id];
  const severity: Severity = isMild(reading, met) ? 'advice' : 'change';
  if (severity === 'advice')
    return findingOf(reading, id, spans, {
      severity,
      message: says.mild ?? '',
      suggestion: says.mildInstead ?? '',
    });
  if (met('inaccurate').length + met('claim').length > met('grim-joke').length)
    return findingOf(reading, id, spans, {
      severity,
      message: says.inaccurate ?? '',
      suggestion: says.inaccurateInstead ?? '',
    });
  return findingOf(reading, id, spans, { severity });
}

/** A joke about plans, meetings and computers, with nobody's health in it. */
function isMild(reading: Reading, met: (mark: string) => readonly PhraseHit[]): boolean {
  const model = reading.book.model('flippant-mild');
  if (model !== null) return scoreFeatures(model, draftFeatures(reading)) > model.threshold;
  return met('light-joke').length > 0 && met('inaccurate').length + met('grim-joke').length === 0;
}
