import { join } from 'node:path';

/** The folder of the policy files that a command works on: POLICY_DIR, or `policy` in the folder it is started in. */
export function policyFolder(): string {
  return process.env.POLICY_DIR || 'policy';
}

/** A file of that folder. */
export const policyFile = (name: string): string => join(policyFolder(), name);
