import type { PolicyDocument } from '../policy/clause.ts';
import { readDocument } from '../policy/read-document.ts';
import { UnreadableDocument } from '../policy/unreadable-document.ts';
import { BrokenPolicyFile } from './broken-policy-file.ts';
import { readText } from './read-text.ts';

/** Reads the controlled document; throws `BrokenPolicyFile` with line and reason where it cannot be cited. */
export function readPolicyDocument(file: string, markdown = readText(file)): PolicyDocument {
  try {
    return readDocument(markdown);
  } catch (error) {
    if (error instanceof UnreadableDocument) throw new BrokenPolicyFile(file, error.line, error.reason);
    throw error;
  }
}
