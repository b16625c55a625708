import { BrokenPattern } from '../text/pattern.ts';
import { BrokenPhrase } from '../text/phrase.ts';
import { BrokenPolicyFile } from './broken-policy-file.ts';
import { readText } from './read-text.ts';

/**
 * Does what may find a phrase of these files unreadable, and then throws `BrokenPolicyFile` with the line of the phrase.
 * Any other error is a mistake of the program and passes through as it is.
 */
export function brokenPhrases<T>(files: readonly string[], compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof BrokenPattern || error instanceof BrokenPhrase)) throw error;
    const { file, line } = placeOf(error.message, files);
    throw new BrokenPolicyFile(file, line, error.message);
  }
}

/** Where the phrase stands that the message quotes; the beginning of the first file if it is nowhere as it is quoted. */
function placeOf(message: string, files: readonly string[]): { file: string; line: number } {
  const quoted = /"(.+?)" [a-z]/.exec(message)?.[1] ?? /\{[^{}]+\}/.exec(message)?.[0];
  for (const file of quoted === undefined ? [] : files) {
    const lines = readText(file).toLowerCase().split('\n');
    const at = lines.findIndex((line) => line.includes(quoted?.toLowerCase() ?? ''));
    if (at >= 0) return { file, line: at + 1 };
  }
  return { file: files[0] ?? '', line: 1 };
}
