/** Entra object id of a person. */
export type Oid = string;

/**
 * Everybody who may act on an incident. A person has a role on one incident, never at large: the team member only where
 * the incident was routed to that team, the investigator only where they were named.
 */
export const roles = [
  'reporter',
  'caseworker',
  'casework-lead',
  'case-manager',
  'investigator',
  'decision-maker',
  'appeal-officer',
  'identity-custodian',
  'information-governance',
] as const;
export type Role = (typeof roles)[number];

/** Duties that must be different people on one incident (D5). */
export const duties = ['triage', 'investigation', 'decision', 'appeal'] as const;
export type Duty = (typeof duties)[number];

/** Whom a report can be about; each has a route in `policy/routing.yaml` (D2). */
export const personTypes = ['employee', 'agency', 'board-member', 'other-provider', 'public', 'unknown'] as const;
export type PersonType = (typeof personTypes)[number];
