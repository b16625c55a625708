import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Weights } from '../policy/classifier.ts';
import type { LearnedQuestions } from '../policy/learned-questions.ts';

/** Where `npm run train` keeps what the example questions teach, so that no start has to learn it again. */
export const learnedQuestionsFile = join(import.meta.dirname, '../../models/questions.bin');

/** The parts that are kept as text; the weights follow as bytes. */
type Head = Omit<LearnedQuestions, 'words' | 'which' | 'whether'> & {
  readonly print: string;
  readonly words: readonly (readonly [string, number])[];
};

/** Undefined where nothing is kept, or it was learned from something else than `print` is the fingerprint of. */
export function readLearnedQuestions(print: string, file = learnedQuestionsFile): LearnedQuestions | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const end = bytes.indexOf(10);
  const { print: kept, words, ...rest } = JSON.parse(bytes.toString('utf8', 0, end)) as Head;
  if (kept !== print) return undefined;
  const { names } = rest.signs;
  const which = weightsAt(bytes, end + 1, names.length, rest.labelCount);
  const whether = weightsAt(bytes, end + 1 + sizeOf(which), names.length, 2);
  return { ...rest, words: new Map(words), which, whether };
}

/** Keeps what was learned, for the next start. */
export function keepLearnedQuestions(print: string, learned: LearnedQuestions, file = learnedQuestionsFile): void {
  const { words, which, whether, ...rest } = learned;
  const head: Head = { print, words: [...words], ...rest };
  writeFileSync(file, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytesOf(which), bytesOf(whether)]));
}

function bytesOf({ steps, bytes }: Weights): Buffer {
  return Buffer.concat([Buffer.from(steps.buffer), Buffer.from(bytes.buffer)]);
}

const sizeOf = ({ steps, bytes }: Weights): number => steps.byteLength + bytes.byteLength;

function weightsAt(file: Buffer, start: number, features: number, labelCount: number): Weights {
  const middle = start + features * Float32Array.BYTES_PER_ELEMENT;
  // Copied, because 32-bit numbers have to begin at an address that four divides.
  const steps = new Float32Array(new Uint8Array(file.subarray(start, middle)).buffer);
  const weights = file.subarray(middle, middle + features * labelCount);
  return { labelCount, steps, bytes: new Int8Array(weights.buffer, weights.byteOffset, weights.length) };
}
