import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import { change } from './change-report.ts';
import type { Proof, ReporterView } from './my-reports.ts';
import type { GivenPart } from './open-names.ts';

/**
 * The reporter says whom a name of theirs means: one of those whom it may mean, or null for none of them. What is settled
 * already stays so.
 */
export function sayWhoIsMeant(
  casework: Casework,
  who: Who,
  reference: string,
  meant: { readonly part: GivenPart; readonly name: string; readonly oid: string | null },
  proof: Proof = {},
): Promise<Result<ReporterView>> {
  return change(casework, who, reference, proof, (at, { incident }) => {
    const name = meant.name.trim();
    const party = incident.parties.find((one) => one.part === meant.part && one.name === name && one.oid === null);
    if (party === undefined || party.candidates.length === 0) return done(null);
    if (meant.oid !== null && !party.candidates.includes(meant.oid))
      return refused('bad-inputs', { problems: [{ field: 'person', problem: 'Choose one of the list.' }] });
    return done({ kind: 'party-named', at, by: 'reporter', party: { ...party, oid: meant.oid, candidates: [] } });
  });
}
