import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LearnedIntents } from '../interpret/intent-model.ts';
import { type IntentRows, learnFrom } from '../interpret/knowledge.ts';

/** Where `npm run train` keeps what was learned, so that no start has to learn it again. */
export const learnedIntentsFile = join(import.meta.dirname, '../../models/intents.bin');

/** Goes up when the way of learning changes, so that weights of the old way are not taken for those of the new. */
const way = 1;

/** The kept weights if they were learned from exactly these rows, else new ones: slower, and the same. */
export function recallIntents(rows: IntentRows, file = learnedIntentsFile): LearnedIntents {
  return readLearned(rows, file) ?? learnFrom(rows);
}

/** Learns anew and keeps it. */
export function keepLearnedIntents(rows: IntentRows, file = learnedIntentsFile): void {
  const { features, weights, step } = learnFrom(rows);
  const names = Buffer.from(features.join('\n'));
  const head = Buffer.from(`${JSON.stringify({ rows: printOf(rows), step, names: names.length })}\n`);
  const bytes = Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength);
  writeFileSync(file, Buffer.concat([head, names, bytes]));
}

/** Undefined where nothing is kept, or it was learned from other rows. */
export function readLearned(rows: IntentRows, file = learnedIntentsFile): LearnedIntents | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const start = bytes.indexOf(10) + 1;
  const head = JSON.parse(bytes.toString('utf8', 0, start)) as { rows: string; step: number; names: number };
  if (head.rows !== printOf(rows)) return undefined;
  const features = bytes.toString('utf8', start, start + head.names).split('\n');
  // Copied, because 16-bit numbers have to begin at an even address.
  const weights = new Int16Array(new Uint8Array(bytes.subarray(start + head.names)).buffer);
  return { features, weights, step: head.step };
}

function printOf(rows: IntentRows): string {
  return createHash('sha256')
    .update(JSON.stringify([way, rows]))
    .digest('hex');
}
