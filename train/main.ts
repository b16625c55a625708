import { mkdirSync, writeFileSync } from 'node:fs';
import type { RuleId } from '../src/drafts/finding.ts';
import type { LabelledDraft } from '../src/drafts/score-drafts.ts';
import { readRuleBook } from '../src/organisation/conduct-rules.ts';
import { innocentPassages, passagesFor, readDrafts, readInnocent } from './corpus.ts';
import { type Fitted, type Passage, fit, score } from './logistic.ts';

/** `npm run train [folder of innocent texts]`: trains one model per rule on `test/examples/drafts*.jsonl`, and writes `models/`. */
const size = 1 << 15;
const folds = 5;
const trained: readonly RuleId[] = ['copyright', 'flippant-or-inaccurate', 'impartiality'];

const book = readRuleBook('policy', () => null);
const drafts = readDrafts('test/examples');
const innocent = readInnocent(process.argv[2] ?? '../shared/data/train');
const background = innocentPassages(innocent, book, drafts.length);
mkdirSync('models', { recursive: true });
for (const rule of trained) {
  const passages = [...passagesFor(rule, drafts, book), ...background];
  const outside = scoreOutOfFold(passages);
  const threshold = bestThreshold(rule, drafts, outside);
  write(rule, fit(passages, size), threshold);
}

/** The highest passage score of each draft by models that have not seen it. */
function scoreOutOfFold(passages: readonly Passage[]): Map<number, number> {
  const best = new Map<number, number>();
  for (let fold = 0; fold < folds; fold++) {
    const fitted = fit(
      passages.filter((passage) => passage.draft % folds !== fold),
      size,
    );
    for (const passage of passages)
      if (passage.draft % folds === fold)
        best.set(passage.draft, Math.max(best.get(passage.draft) ?? -99, score(fitted, passage.features)));
  }
  return best;
}

/** The score that gives the best F1 out of fold; prints what it means. */
function bestThreshold(rule: RuleId, all: readonly LabelledDraft[], scores: ReadonlyMap<number, number>): number {
  const rows = [...scores].map(([draft, value]) => ({ value, broken: all[draft]?.rules.includes(rule) ?? false }));
  const wanted = rows.filter((row) => row.broken).length;
  let best = { f1: 0, threshold: 0, precision: 0, recall: 0, alarms: 0 };
  for (const { value: threshold } of rows) {
    const raised = rows.filter((row) => row.value >= threshold);
    const found = raised.filter((row) => row.broken).length;
    const precision = found / Math.max(1, raised.length);
    const recall = found / Math.max(1, wanted);
    const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
    if (f1 > best.f1) best = { f1, threshold, precision, recall, alarms: raised.length - found };
  }
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
  console.log(
    `${rule}: out of fold F1 ${percent(best.f1)}, precision ${percent(best.precision)}, recall ${percent(best.recall)}, ${best.alarms} false alarms in ${rows.length} texts, threshold ${best.threshold.toFixed(2)}`,
  );
  return best.threshold;
}

/** Weights in one byte each behind a line of JSON that says how to read them. */
function write(rule: RuleId, { weights, bias }: Fitted, threshold: number): void {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6);
  const bytes = Int8Array.from(weights, (weight) => Math.round((weight / largest) * 127));
  const head = `${JSON.stringify({ scale: largest / 127, bias, threshold })}\n`;
  writeFileSync(`models/${rule}.bin`, Buffer.concat([Buffer.from(head), Buffer.from(bytes.buffer)]));
}
