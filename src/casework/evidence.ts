import type { Evidence } from '../incidents/incident.ts';
import { remember } from '../people/remember.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import { change } from './change-report.ts';
import { checkFile, evidenceLimits, type GivenFile, refusedFile, sealedFile } from './given-file.ts';
import type { Opened } from './incident-record.ts';
import type { Proof, ReporterView } from './my-reports.ts';
import { ownFiles } from './my-reports.ts';
import { findFor, readAudited } from './open-incident.ts';

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
  if (!checked.ok) return checked;
  const evidence = checked.value;
  const decide = (at: string, { events }: Opened) => {
    const have = ownFiles(events);
    if (have.some(({ sha256 }) => sha256 === evidence.sha256)) return done(null);
    if (have.length >= evidenceLimits.files) return tooMany;
    return done({ kind: 'evidence-added', at, by: 'reporter', evidence, from: null } as const);
  };
  return change(casework, who, reference, proof, decide, [sealedFile(reference, evidence, file.bytes)]);
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

const tooMany = refusedFile(
  `You can add at most ${evidenceLimits.files} files to a report. Say in words what is missing.`,
);
