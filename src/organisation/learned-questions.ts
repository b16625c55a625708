import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Weights } from '../policy/classifier.ts';
import type { SignCounts } from '../policy/features.ts';
import type { Judge, LearnedQuestions } from '../policy/learned-questions.ts';

/** Where `npm run train` keeps what the example questions teach, so that no start has to learn it again. */
export const learnedQuestionsFile = join(import.meta.dirname, '../../models/questions.bin');

/** The parts that are kept as text; the weights of both judges follow as bytes. */
type Head = Omit<LearnedQuestions, 'words' | 'byWords' | 'byLetters'> & {
  readonly print: string;
  readonly words: readonly (readonly [string, number])[];
  readonly signs: readonly [byWords: SignCounts, byLetters: SignCounts];
};

/** Undefined where nothing is kept, or it was learned from something else than `print` is the fingerprint of. */
export function readLearnedQuestions(print: string, file = learnedQuestionsFile): LearnedQuestions | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = inflateRawSync(readFileSync(file));
  const end = bytes.indexOf(10);
  const { print: kept, words, signs, ...rest } = JSON.parse(bytes.toString('utf8', 0, end)) as Head;
  if (kept !== print) return undefined;
  let at = end + 1;
  const take = (features: number, labelCount: number): Weights => {
    const weights = weightsAt(bytes, at, features, labelCount);
    at += weights.steps.byteLength + weights.bytes.byteLength;
    return weights;
  };
  const judge = (own: SignCounts): Judge => ({
    signs: own,
    which: take(own.names.length, rest.labelCount),
    whether: take(own.names.length, 2),
  });
  const [byWords, byLetters] = signs;
  return { ...rest, words: new Map(words), byWords: judge(byWords), byLetters: judge(byLetters) };
}

/** Keeps what was learned, for the next start. */
export function keepLearnedQuestions(print: string, learned: LearnedQuestions, file = learnedQuestionsFile): void {
  const { words, byWords, byLetters, ...rest } = learned;
  const head: Head = { print, words: [...words], signs: [byWords.signs, byLetters.signs], ...rest };
  const weights = [byWords, byLetters].flatMap(({ which, whether }) => [bytesOf(which), bytesOf(whether)]);
  const whole = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...weights]);
  writeFileSync(file, deflateRawSync(whole, { level: 9 }));
}

function bytesOf({ steps, bytes }: Weights): Buffer {
  return Buffer.concat([Buffer.from(steps.buffer), Buffer.from(bytes.buffer)]);
}

function weightsAt(file: Buffer, start: number, features: number, labelCount: number): Weights {
  const middle = start + features * Float32Array.BYTES_PER_ELEMENT;
  // Copied, because 32-bit numbers have to begin at an address that four divides.
  const steps = new Float32Array(new Uint8Array(file.subarray(start, middle)).buffer);
  const weights = file.subarray(middle, middle + features * labelCount);
  return { labelCount, steps, bytes: new Int8Array(weights.buffer, weights.byteOffset, weights.length) };
}
