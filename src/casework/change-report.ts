import { decideMove } from '../incidents/decide.ts';
import type { IncidentEvent } from '../incidents/incident.ts';
import { movesFrom } from '../incidents/process.ts';
import { longest } from '../incidents/report-form.ts';
import { DirectoryDown } from '../people/directory.ts';
import type { Change } from '../store/store.ts';
import { Conflict } from '../store/store.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import { commitIncident } from './commit-incident.ts';
import type { Opened } from './incident-record.ts';
import type { Proof, ReporterView } from './my-reports.ts';
import { findOwn, reporterView } from './my-reports.ts';

/** The reporter adds to their report. */
export function addToReport(casework: Casework, who: Who, reference: string, text: string, proof: Proof = {}) {
  return change(casework, who, reference, proof, (at) => said(text, { kind: 'added', at, by: 'reporter', text }));
}

/** The reporter writes to the caseworkers. */
export function messageCasework(casework: Casework, who: Who, reference: string, text: string, proof: Proof = {}) {
  const from = 'reporter';
  return change(casework, who, reference, proof, (at) =>
    said(text, { kind: 'messaged', at, by: 'reporter', from, text }),
  );
}

/** The reporter withdraws, or asks to once it is formal. Nothing is deleted. What is withdrawn already stays so. */
export function withdrawReport(casework: Casework, who: Who, reference: string, reason: string, proof: Proof = {}) {
  return change(casework, who, reference, proof, (at, { incident }) => {
    if (incident.status === 'withdrawn') return done(null);
    const mover = { by: 'reporter', roles: ['reporter'] } as const;
    const row = movesFrom(casework.process, incident.status, mover.roles)[0];
    const inputs = { reason };
    const decided = row && decideMove(casework.process, incident, row.move, inputs, mover, at);
    if (decided === undefined || decided.kind === 'no-such-move') return refused('stale', { status: incident.status });
    return decided.kind === 'moved' ? done(decided) : { ok: false, refusal: decided as never };
  });
}

/** The answer to "has there been any retaliation since your report?". */
export function answerCheckIn(
  casework: Casework,
  who: Who,
  reference: string,
  retaliation: boolean,
  text: string,
  proof: Proof = {},
) {
  return change(casework, who, reference, proof, (at) => {
    const told = text.trim() === '' ? null : text.trim();
    if (told !== null && told.length > longest.note) return tooLong;
    return done({ kind: 'check-in-answered', at, by: 'reporter', retaliation, text: told });
  });
}

const tooLong = refused('bad-inputs', {
  problems: [{ field: 'text', problem: `At most ${longest.note} characters; send the rest as another message.` }],
});

function said(text: string, event: IncidentEvent): Result<IncidentEvent> {
  if (text.trim() === '')
    return refused('bad-inputs', { problems: [{ field: 'text', problem: 'Write something first.' }] });
  return text.length > longest.note ? tooLong : done(event);
}

/** One event by the reporter, or none, stored with its alerts and `more`; decided again if somebody else was quicker. */
export async function change(
  casework: Casework,
  who: Who,
  reference: string,
  proof: Proof,
  decide: (at: string, opened: Opened) => Result<IncidentEvent | null>,
  more: readonly Change[] = [],
): Promise<Result<ReporterView>> {
  for (let tries = 0; ; tries++) {
    const found = await findOwn(casework, who, reference, proof);
    if (!found.ok) return found;
    const decided = decide(casework.now().toISOString(), found.value);
    if (!decided.ok) return decided;
    if (decided.value === null) return done(reporterView(casework, found.value));
    try {
      return done(reporterView(casework, await commitIncident(casework, found.value, [decided.value], more)));
    } catch (error) {
      if (error instanceof DirectoryDown) return refused('directory-down');
      if (!(error instanceof Conflict) || tries === 4) throw error;
    }
  }
}
