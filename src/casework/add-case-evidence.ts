import { longest } from '../incidents/report-form.ts';
import { parts } from './act-on-incident.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import { checkFile, evidenceLimits, type GivenFile, refusedFile, sealedFile } from './given-file.ts';
import type { IncidentView } from './incident-view.ts';
import { incidentView } from './incident-view.ts';
import { commitEvents } from './move-incident.ts';
import { findFor } from './open-incident.ts';

/**
 * Somebody with a part in the incident adds a file that a witness, the person complained of or anybody else gave them;
 * `from` says whose it is, in their words. Those people may not know of the incident or see it, so they cannot add it
 * themselves. The same bytes a second time add nothing.
 */
export async function addCaseEvidence(
  context: Casework,
  who: Who,
  reference: string,
  file: GivenFile,
  from: string,
): Promise<Result<IncidentView>> {
  for (let tries = 0; ; tries++) {
    const found = await findFor(context, who, reference);
    if (!found.ok) return found;
    const { casework, opened, roles } = found.value;
    if (!roles.some((role) => parts.includes(role))) return refused('not-yours');
    const checked = await checkFile(casework, file);
    if (!checked.ok) return checked;
    const evidence = checked.value;
    const have = opened.incident.evidence;
    if (have.some(({ sha256 }) => sha256 === evidence.sha256)) return done(await incidentView(casework, opened, roles));
    if (have.length >= evidenceLimits.all) return tooMany;
    const whose = from.trim().slice(0, longest.from) || null;
    const at = casework.now().toISOString();
    const event = { kind: 'evidence-added', at, by: who.oid, evidence, from: whose } as const;
    const added = await commitEvents(found.value, who, [event], [sealedFile(reference, evidence, file.bytes)]);
    if (added.ok || added.refusal.kind !== 'stale' || tries === 4) return added;
  }
}

const tooMany = refusedFile(`An incident holds at most ${evidenceLimits.all} files.`);
