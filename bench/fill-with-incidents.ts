import type { Casework } from '../src/casework/casework.ts';
import { append } from '../src/casework/incident-record.ts';
import type { IncidentEvent } from '../src/incidents/incident.ts';
import type { Change } from '../src/store/store.ts';
import { who } from '../test/casework/world.ts';

/** Incidents from one number up to another: the first 30 with Priya, the others with Colin, every other one ended. */
export async function fillWithIncidents(casework: Casework, from: number, many: number): Promise<void> {
  let batch: Change[] = [];
  for (let n = from; n < many; n++) {
    const at = new Date(casework.now().getTime() - (n % 300) * 86_400_000).toISOString();
    const by = who(n < 30 ? 'Priya' : 'Colin').oid;
    const moved = (move: string, from: string, to: string) => ({
      ...{ kind: 'moved', at, by, move, from, to, duty: null, inputs: {} },
    });
    const events = [
      {
        ...{
          kind: 'reported',
          at,
          by: 'reporter',
          reference: referenceOf(n),
          submission: `${n}`,
          personType: 'employee',
        },
        reporter: { level: 'named', oid: who('Asha').oid, name: 'Asha Okafor' },
        parties: [{ part: 'subject', name: 'Tom Ashdown', oid: who('Tom').oid, candidates: [] }],
        report: {
          ...{
            happened: 'He posted a picture of me with a cruel caption. '.repeat(10),
            when: 'last week',
            safeNow: 'yes',
          },
          ...{ aimedAt: null, platform: null, links: [], relation: null, characteristic: null, wanted: null },
          managersTold: true,
        },
      },
      { ...{ kind: 'routed', at, by: 'clock', team: 'casework', caseManager: null, personType: 'employee', why: '' } },
      moved('acknowledge', 'submitted', 'acknowledged'),
      ...(n < 30 || n % 2 === 0 ? [] : [moved('refer', 'acknowledged', 'referred-elsewhere')]),
    ] as unknown as IncidentEvent[];
    batch.push(append(casework, { reporter: null }, events).change);
    if (batch.length < 500 && n < many - 1) continue;
    await casework.store.commit(batch);
    batch = [];
  }
}

export const referenceOf = (n: number) => `CIP-${String(n).padStart(10, '0').replace(/.{5}/, '$&-')}`;
