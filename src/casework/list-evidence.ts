import type { Evidence } from '../incidents/incident.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import { byName } from './history.ts';
import { findFor, readAudited } from './open-incident.ts';

/** A file as it stands in the list: what it is, when it was added and by whom, as far as that may be said. */
export interface EvidenceLine extends Evidence {
  /** ISO instant. */
  readonly at: string;
  readonly by: string;
  /** Whose it is, where somebody else than the reporter added it and said so. */
  readonly from: string | null;
}

export interface EvidenceList {
  readonly reference: string;
  readonly files: readonly EvidenceLine[];
}

/** What evidence an incident has, for those with a part in it; an audited read. No content of a file is in it. */
export async function listEvidence(context: Casework, who: Who, reference: string): Promise<Result<EvidenceList>> {
  const found = await findFor(context, who, reference);
  if (!found.ok) return found;
  const { casework, opened, roles } = found.value;
  if (roles.every((role) => role === 'identity-custodian')) return refused('not-found');
  await readAudited(casework, who, opened, 'incident.evidence-listed');
  const files = opened.events.flatMap((event) =>
    event.kind === 'evidence-added'
      ? [byName(casework, event.by).then((by) => ({ ...event.evidence, at: event.at, by, from: event.from }))]
      : [],
  );
  return done({ reference: opened.incident.reference, files: await Promise.all(files) });
}
