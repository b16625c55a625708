import { mkdirSync, writeFileSync } from 'node:fs';
import type { RuleId } from '../src/drafts/finding.ts';
import type { LabelledDraft } from '../src/drafts/score-drafts.ts';
import { readRuleBook } from '../src/organisation/conduct-rules.ts';
import {
  innocentPassages,
  passagesFor,
  readDrafts,
  readInnocent,
  severityRows,
  wholeDrafts,
  wholeInnocent,
} from './corpus.ts';
import { type Fitted, fit, type Passage, score } from './logistic.ts';

/**
 * `node train/main.ts [folder of innocent texts]`: per rule a model of passages and one of whole drafts, from
 * `test/examples/drafts*.jsonl`; written to `models/`. Prints what they find in drafts that they have not seen.
 */
const size = 1 << 15;
const folds = 5;
/** Of innocent drafts out of fold, the share that may stand above a rule's line. */
const mostFalse = 0.03;
const trained: readonly RuleId[] = ['copyright', 'flippant-or-inaccurate', 'impartiality'];

const book = readRuleBook('policy', () => null);
const drafts = readDrafts('test/examples');
const innocent = readInnocent(process.argv[2] ?? '../shared/data/train');
const otherPassages = innocentPassages(innocent, book, drafts.length);
const otherDrafts = wholeInnocent(innocent, book, drafts.length);
mkdirSync('models', { recursive: true });
for (const rule of trained) {
  const passages = [...passagesFor(rule, drafts, book), ...otherPassages];
  const whole = [...wholeDrafts(rule, drafts, book), ...otherDrafts];
  const byPassage = scoreOutOfFold(passages);
  const byDraft = scoreOutOfFold(whole);
  const both = new Map([...byPassage].map(([draft, value]) => [draft, (value + (byDraft.get(draft) ?? -9)) / 2]));
  const threshold = chooseLine(rule, drafts, both);
  write(rule, fit(passages, size), 0);
  write(`${rule}-whole`, fit(whole, size), threshold);
}
write('flippant-mild', fit(severityRows('flippant-or-inaccurate', 'advice', drafts, book), size), 0);

/** The highest score of each draft by models that have not seen it. */
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

interface Line {
  readonly threshold: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly clean: number;
}

/** The score with the best F1 among those that hold back few innocent drafts; prints what it means. */
function chooseLine(rule: RuleId, all: readonly LabelledDraft[], scores: ReadonlyMap<number, number>): number {
  const rows = [...scores]
    .filter(([draft]) => draft < all.length)
    .map(([draft, value]) => ({ value, label: all[draft] as LabelledDraft }));
  const lines = rows.map(({ value }) => lineAt(rule, value, rows));
  const best = lines
    .filter((line) => line.clean <= mostFalse)
    .reduce((one, other) => (other.f1 > one.f1 ? other : one));
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
  const free = lines.reduce((one, other) => (other.f1 > one.f1 ? other : one));
  console.log(
    `${rule}: out of fold F1 ${percent(best.f1)} (${percent(free.f1)} at most), precision ${percent(best.precision)}, recall ${percent(best.recall)}, innocent above the line ${percent(best.clean)}; threshold ${best.threshold.toFixed(2)}`,
  );
  return best.threshold;
}

function lineAt(rule: RuleId, threshold: number, rows: readonly { value: number; label: LabelledDraft }[]): Line {
  const raised = rows.filter((row) => row.value >= threshold);
  const wanted = rows.filter(({ label }) => label.rules.includes(rule)).length;
  const found = raised.filter(({ label }) => label.rules.includes(rule)).length;
  const clean = rows.filter(({ label }) => label.rules.length === 0).length;
  const precision = found / Math.max(1, raised.length);
  const recall = found / Math.max(1, wanted);
  return {
    threshold,
    precision,
    recall,
    f1: (2 * precision * recall) / Math.max(1e-9, precision + recall),
    clean: raised.filter(({ label }) => label.rules.length === 0).length / Math.max(1, clean),
  };
}

/** Weights in one byte each behind a line of JSON that says how to read them. */
function write(name: string, { weights, bias }: Fitted, threshold: number): void {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6);
  const bytes = Int8Array.from(weights, (weight) => Math.round((weight / largest) * 127));
  const head = `${JSON.stringify({ scale: largest / 127, bias, threshold })}\n`;
  writeFileSync(`models/${name}.bin`, Buffer.concat([Buffer.from(head), Buffer.from(bytes.buffer)]));
}
