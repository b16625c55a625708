import type { IncidentEvent, Party } from '../incidents/incident.ts';
import type { Oid } from '../incidents/roles.ts';
import type { Casework } from './casework.ts';
import type { Opened } from './incident-record.ts';
import type { MoveInput } from './next-moves.ts';

/** The choice that none of the directory's people is meant. */
const nobody = 'nobody';

/** Whom a name of the report may mean, and whom its text names, to choose from; nothing to choose where no name is open. */
export async function candidates(casework: Casework, { incident }: Opened): Promise<MoveInput['options']> {
  const open = openSubjects(incident.parties);
  const oids = [...new Set(open.flatMap((party) => party.candidates))];
  const people = await Promise.all(oids.map(async (oid) => ({ oid, person: await casework.directory.person(oid) })));
  const options = people.map(({ oid, person }) => ({
    value: oid,
    label: [person?.name ?? oid, person?.title].filter(Boolean).join(', '),
  }));
  return open.length === 0 ? [] : [...options, { value: nobody, label: 'Nobody in our directory' }];
}

/** The events that settle who is meant: the chosen person, or nobody of them. From then on only the chosen one counts. */
export function settleCandidate({ incident }: Opened, chosen: string, by: Oid, at: string): readonly IncidentEvent[] {
  return openSubjects(incident.parties)
    .filter((party) => chosen === nobody || party.candidates.includes(chosen))
    .flatMap((party) => {
      const oid = chosen === nobody ? null : chosen;
      const named = { ...party, oid, candidates: [] };
      if (party.part !== 'mentioned' || oid === null) return [named];
      return [
        { ...named, oid: null },
        { ...named, part: 'subject' as const },
      ];
    })
    .map((party) => ({ kind: 'party-named', at, by, party }));
}

function openSubjects(parties: readonly Party[]): readonly Party[] {
  const isOpen = ({ part }: Party) => part === 'subject' || part === 'mentioned';
  return parties.filter((party) => isOpen(party) && party.oid === null && party.candidates.length > 0);
}
