import { readFileSync } from 'node:fs';
import type { PolicyDocument } from '../policy/clause.ts';
import { readDocument } from '../policy/read-document.ts';
import { UnreadableDocument } from '../policy/unreadable-document.ts';
import { BrokenPolicyFile } from './read-yaml.ts';

/** Reads the controlled document; throws `BrokenPolicyFile` with line and reason where it cannot be cited. */
export function readPolicyDocument(file: string): PolicyDocument {
  const markdown = readFileSync(file, 'utf8');
  try {
    return readDocument(markdown);
  } catch (error) {
    if (error instanceof UnreadableDocument) throw new BrokenPolicyFile(file, error.line, error.reason);
    throw error;
  }
}
