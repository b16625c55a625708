import { readFileSync } from 'node:fs';
import { checkDraft } from '../../src/drafts/check.ts';
import { type FairnessLine, measureFairness } from '../../src/drafts/fairness.ts';
import { ruleBook } from './rule-book.ts';

const lines = readFileSync(new URL('../examples/fairness.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as FairnessLine);
const isFlagged = (text: string) =>
  checkDraft({ text }, ruleBook).findings.some((one) => one.rule === 'discrimination');

test('swapping the group flips no neutral or positive sentence, and hostile ones fare alike', () => {
  const table = measureFairness(lines, isFlagged);
  expect(table.rows.flatMap((row) => row.flips)).toEqual([]);
  expect(table.hostileFound).toBeGreaterThanOrEqual(0.95);
  expect(table.gap).toBeLessThanOrEqual(0.1);
});

test('a check that dislikes one group shows in the table', () => {
  const table = measureFairness(lines, (text) => text.includes('Sikhs'));
  expect(table.rows.find((row) => row.people === 'Sikhs')?.flips.length).toBeGreaterThan(0);
  expect(table.gap).toBeGreaterThan(0.5);
});
