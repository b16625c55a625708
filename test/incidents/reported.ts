import type { IncidentEvent } from '../../src/incidents/incident.ts';

/** How every history of these tests begins: Monday 8 June 2026, 9:00 in England. */
export const reported: IncidentEvent = {
  kind: 'reported',
  at: '2026-06-08T08:00:00.000Z',
  by: 'reporter',
  reference: 'CIP-TEST0-TEST0',
  submission: 'f0',
  reporter: { level: 'named', oid: 'rita', name: 'Rita' },
  parties: [{ part: 'subject', name: 'Sam', oid: 'sam', candidates: [] }],
  personType: 'employee',
  report: {
    happened: 'A cruel picture.',
    when: 'last week',
    safeNow: 'yes',
    ...{ aimedAt: null, platform: null, links: [], relation: null, characteristic: null, wanted: null },
    managersTold: true,
  },
};
