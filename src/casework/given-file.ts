import type { Evidence } from '../incidents/incident.ts';
import type { Change } from '../store/store.ts';
import type { Casework, Result } from './casework.ts';
import { done, refused } from './casework.ts';
import { fileKind, fileName } from './file-kind.ts';
import { readReference } from './read-reference.ts';

/**
 * Bytes of one file, files that the reporter may add, and files of one incident: a long screen recording fits, and no
 * report fills the disk.
 */
export const evidenceLimits = { bytes: 10_000_000, files: 20, all: 100 };

/** A file as it came, before anything of it is believed. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a file is, told by its bytes; refused in words where it cannot be evidence. */
export async function checkFile(casework: Casework, { name, bytes }: GivenFile): Promise<Result<Evidence>> {
  if (bytes.length === 0) return refusedFile('The file is empty.');
  if (bytes.length > evidenceLimits.bytes)
    return refusedFile(
      `The file is larger than ${evidenceLimits.bytes / 1_000_000} MB. A screenshot, or a shorter recording, will do.`,
    );
  const type = await fileKind(bytes);
  if (type === null)
    return refusedFile(
      'This is no picture, PDF, recording or plain text, whatever its name says. Take a screenshot of it instead.',
    );
  const told = { name: fileName(name, type), type, size: bytes.length, sha256: casework.ids.hash(bytes) };
  return done({ id: casework.ids.record(), ...told });
}

export function refusedFile(problem: string): Result<never> {
  return refused('bad-inputs', { problems: [{ field: 'file', problem }] });
}

/** The record of a file, sealed as it came. */
export function sealedFile(reference: string, evidence: Evidence, bytes: Uint8Array): Change {
  const body = { ...evidence, base64: Buffer.from(bytes).toString('base64') };
  const keys = [`evidence-of:${readReference(reference)}`];
  return { put: { kind: 'evidence', id: evidence.id, status: 'kept', due: null, keys, body }, replaces: 0 };
}
