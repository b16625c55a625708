import type { Evidence } from '../incidents/incident.ts';
import { remember } from '../people/remember.ts';
import type { Change } from '../store/store.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import { change } from './change-report.ts';
import { fileKind, fileName } from './file-kind.ts';
import type { Proof, ReporterView } from './my-reports.ts';
import { findFor, readAudited } from './open-incident.ts';
import { readReference } from './read-reference.ts';

/** Bytes of one file, and files of one report: a long screen recording fits, and no report fills the disk. */
export const evidenceLimits = { bytes: 10_000_000, files: 20 };

/** A file as it came, before anything of it is believed. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The reporter adds a file (C6). What it is is told by its bytes; it is sealed as it came and never changed afterwards. The
 * same bytes a second time add nothing.
 */
export async function addEvidence(
  casework: Casework,
  who: Who,
  reference: string,
  file: GivenFile,
  proof: Proof = {},
): Promise<Result<ReporterView>> {
  const checked = await checkFile(casework, file);
  if (typeof checked === 'string') return refused('bad-inputs', { problems: [{ field: 'file', problem: checked }] });
  const evidence: Evidence = { id: casework.ids.record(), ...checked };
  const decide = (at: string, have: readonly Evidence[]) => {
    if (have.some(({ sha256 }) => sha256 === evidence.sha256)) return done(null);
    if (have.length >= evidenceLimits.files) return tooMany;
    return done({ kind: 'evidence-added', at, by: 'reporter', evidence } as const);
  };
  return change(casework, who, reference, proof, (at, { incident }) => decide(at, incident.evidence), [
    sealedFile(reference, evidence, file.bytes),
  ]);
}

export interface OpenedEvidence extends Evidence {
  readonly bytes: Uint8Array;
}

/** One file for somebody with a part in the incident; an audited read. `not-found` for a file of another incident. */
export async function openEvidence(
  context: Casework,
  who: Who,
  reference: string,
  id: string,
): Promise<Result<OpenedEvidence>> {
  const found = await findFor({ ...context, directory: remember(context.directory) }, who, reference);
  if (!found.ok) return found;
  const { casework, opened, roles } = found.value;
  const evidence = opened.incident.evidence.find((one) => one.id === id);
  const record = evidence && (await casework.store.read('evidence', id));
  if (!record || roles.every((role) => role === 'identity-custodian')) return refused('not-found');
  const bytes = new Uint8Array(Buffer.from((record.body as { base64: string }).base64, 'base64'));
  if (casework.ids.hash(bytes) !== evidence?.sha256) throw new Error(`Evidence ${id} is not what was added.`);
  await readAudited(casework, who, opened, 'incident.evidence-read');
  return done({ ...evidence, bytes });
}

const tooMany = refused('bad-inputs', {
  problems: [
    { field: 'file', problem: `A report holds at most ${evidenceLimits.files} files. Say in words what is missing.` },
  ],
});

async function checkFile(casework: Casework, { name, bytes }: GivenFile): Promise<Omit<Evidence, 'id'> | string> {
  if (bytes.length === 0) return 'The file is empty.';
  if (bytes.length > evidenceLimits.bytes)
    return `The file is larger than ${evidenceLimits.bytes / 1_000_000} MB. A screenshot, or a shorter recording, will do.`;
  const type = await fileKind(bytes);
  if (type === null)
    return 'This is no picture, PDF, recording or plain text, whatever its name says. Take a screenshot of it instead.';
  return { name: fileName(name, type), type, size: bytes.length, sha256: casework.ids.hash(bytes) };
}

function sealedFile(reference: string, evidence: Evidence, bytes: Uint8Array): Change {
  const body = { ...evidence, base64: Buffer.from(bytes).toString('base64') };
  const keys = [`evidence-of:${readReference(reference)}`];
  return { put: { kind: 'evidence', id: evidence.id, status: 'kept', due: null, keys, body }, replaces: 0 };
}
