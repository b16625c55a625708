import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { learnFrom } from '../../src/interpret/knowledge.ts';
import { readCrisisFile } from '../../src/organisation/crisis.ts';
import { readLessons } from '../../src/organisation/intents.ts';
import { keepLearnedIntents, readLearned, recallIntents } from '../../src/organisation/learned-intents.ts';

const rows = readLessons('policy/intents.yaml', readCrisisFile(), 'policy/questions.yaml');

const bytesOf = (weights: Int16Array = new Int16Array()) =>
  Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength);

test('what is shipped is what the examples of policy/ teach today; if not, run: npm run train:policy', () => {
  const shipped = readLearned(rows);
  expect(shipped).toBeDefined();
  const fresh = learnFrom(rows);
  expect(shipped?.features).toEqual(fresh.features);
  expect(shipped?.step).toBe(fresh.step);
  expect(Buffer.compare(bytesOf(shipped?.weights), bytesOf(fresh.weights))).toBe(0);
});

test('rows that have changed are learned anew, and come back the same once kept', () => {
  const changed = { ...rows, crises: [...rows.crises, 'a new way of saying it'] };
  expect(readLearned(changed)).toBeUndefined();
  const folder = mkdtempSync(join(tmpdir(), 'learned-'));
  try {
    const file = join(folder, 'intents.bin');
    keepLearnedIntents(changed, file);
    expect(readLearned(changed, file)?.features).toEqual(recallIntents(changed, join(folder, 'none.bin')).features);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
