import { writeFileSync } from 'node:fs';
import type { RuleId } from '../src/drafts/finding.ts';
import { Reading } from '../src/drafts/reading.ts';
import { type WordedRule, wordedRules, wordingFeatures } from '../src/drafts/wording.ts';
import { readRuleBook } from '../src/organisation/conduct-rules.ts';
import { readDrafts, readInnocent } from './corpus.ts';
import { type Fitted, fit, type Passage, score } from './logistic.ts';

/** `node train/wording.ts [folder of innocent texts]`: a model per rule of the draft's whole wording, into `models/<rule>-wording.bin`. */
const size = 1 << 17;
const folds = 5;
/** The line is drawn where out of fold so many of what stands above it are breaches, and so few innocent drafts do. */
const wantedPrecision = 0.85;
const mostFalse = 0.01;

const book = readRuleBook('policy', () => null);
const drafts = readDrafts('test/examples');
const readings = drafts.map(({ text }) => new Reading({ text }, book));
const others = readInnocent(process.argv[2] ?? '../shared/data/train').map((text) => new Reading({ text }, book));

for (const rule of wordedRules) {
  const own = passagesOf(rule);
  const innocent = others.map(
    (reading, index): Passage => ({
      features: wordingFeatures(reading, rule),
      positive: false,
      weight: 0.2,
      draft: drafts.length + index,
    }),
  );
  const passages = [...own, ...innocent];
  const outside = new Map<number, number>();
  for (let fold = 0; fold < folds; fold++) {
    const fitted = fit(
      passages.filter(({ draft }) => draft % folds !== fold),
      size,
    );
    for (const passage of own)
      if (passage.draft % folds === fold) outside.set(passage.draft, score(fitted, passage.features));
  }
  write(rule, fit(passages, size), lineOf(rule, outside));
}

function passagesOf(rule: WordedRule): Passage[] {
  return drafts.flatMap((draft, index) => {
    const positive = draft.rules.includes(rule);
    if (!positive && draft.also_acceptable?.includes(rule)) return [];
    return [
      { features: wordingFeatures(readings[index] as Reading, rule), positive, weight: positive ? 4 : 1, draft: index },
    ];
  });
}

/** The lowest score from which on both wishes hold; prints what it finds. */
function lineOf(rule: RuleId, scores: ReadonlyMap<number, number>): number {
  const rows = [...scores]
    .map(([draft, value]) => ({ value, label: drafts[draft] as (typeof drafts)[number] }))
    .sort((a, b) => b.value - a.value);
  const clean = rows.filter(({ label }) => label.rules.length === 0).length;
  const wanted = rows.filter(({ label }) => label.rules.includes(rule)).length;
  let [found, held] = [0, 0];
  let line = { value: Number.POSITIVE_INFINITY, found: 0, at: 0, held: 0 };
  rows.forEach(({ value, label }, at) => {
    if (label.rules.includes(rule)) found++;
    if (label.rules.length === 0) held++;
    if (found / (at + 1) >= wantedPrecision && held / clean <= mostFalse) line = { value, found, at: at + 1, held };
  });
  console.log(
    `${rule}: out of fold ${line.found} of ${wanted} found, ${line.at - line.found} others, ${line.held} of ${clean} innocent; line ${line.value.toFixed(2)}`,
  );
  return line.value;
}

function write(rule: RuleId, { weights, bias }: Fitted, threshold: number): void {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6);
  const bytes = Int8Array.from(weights, (weight) => Math.round((weight / largest) * 127));
  const head = `${JSON.stringify({ scale: largest / 127, bias, threshold })}\n`;
  writeFileSync(`models/${rule}-wording.bin`, Buffer.concat([Buffer.from(head), Buffer.from(bytes.buffer)]));
}
