import { readFileSync } from 'node:fs';
import { BrokenPolicyFile } from './broken-policy-file.ts';

const whyNot: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'it may not be read',
};

/** The text of a policy file; throws `BrokenPolicyFile` where it is missing or may not be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** Why a file or folder of the policy could not be read, as its owner has to hear it; any other error comes back as it is. */
export function unreadable(file: string, error: unknown): unknown {
  const reason = whyNot[(error as NodeJS.ErrnoException).code ?? ''];
  if (reason === undefined) return error;
  return new BrokenPolicyFile(file, 1, `${reason}; set POLICY_DIR to the folder of the policy files`);
}
