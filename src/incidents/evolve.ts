import type { Facts, Incident, IncidentEvent, Inputs, Known, Party, Status } from './incident.ts';
import { knownAt } from './incident.ts';
import type { PersonType } from './roles.ts';

/** The incident that a history makes; undefined for an empty one. Throws on a history that no process could have made. */
export function fold(events: readonly IncidentEvent[]): Incident | undefined {
  return events.reduce<Incident | undefined>(evolve, undefined);
}

/** The incident after one more event. */
export function evolve(incident: Incident | undefined, event: IncidentEvent): Incident {
  if (event.kind === 'reported') return begin(event);
  if (incident === undefined) throw new Error(`A history cannot begin with "${event.kind}".`);
  if (event.kind === 'moved') return move(incident, event);
  return { ...incident, ...changed(incident, event) } as Incident;
}

function begin(event: IncidentEvent & { kind: 'reported' }): Incident {
  const { reference, reporter, report, parties, personType, at } = event;
  const clean = { pauses: [], recused: [], duties: [], evidence: [], raised: [], checkIns: [] };
  const unset = { team: null, caseManager: null, handler: null, reviewedAt: null, updatedReporterAt: null };
  return {
    status: 'submitted',
    ...{ reference, reporter, report, parties, personType },
    ...{ reportedAt: at, enteredAt: at },
    ...clean,
    ...unset,
  };
}

function move(incident: Incident, event: IncidentEvent & { kind: 'moved' }): Incident {
  const pool: Partial<Known> = { ...knownOf(incident), ...knownFrom(event.inputs) };
  const stays = event.to === incident.status;
  const facts: Facts = {
    ...factsOf(incident),
    enteredAt: stays ? incident.enteredAt : event.at,
    reviewedAt: event.move === 'review' ? event.at : incident.reviewedAt,
    handler: incident.handler ?? (event.from === 'submitted' && event.by !== 'reporter' ? event.by : null),
    personType: pool.triage?.personType ?? incident.personType,
    duties: [...incident.duties, ...dutiesOf(event)],
  };
  return at(event.to, facts, pool);
}

/** The incident at a status with exactly the fields of that status. */
function at(status: Status, facts: Facts, pool: Partial<Known>): Incident {
  const fields = knownAt[status].map((field) => {
    if (pool[field] === undefined) throw new Error(`An incident cannot be "${status}" without its ${field}.`);
    return [field, pool[field]];
  });
  return { ...facts, status, ...Object.fromEntries(fields) } as Incident;
}

function dutiesOf(event: IncidentEvent & { kind: 'moved' }): Facts['duties'] {
  const { investigator, decisionMaker, appealOfficer } = knownFrom(event.inputs);
  return [
    ...(event.duty === null ? [] : [{ duty: event.duty, oid: event.by }]),
    ...(investigator ? [{ duty: 'investigation' as const, oid: investigator }] : []),
    ...(decisionMaker ? [{ duty: 'decision' as const, oid: decisionMaker }] : []),
    ...(appealOfficer ? [{ duty: 'appeal' as const, oid: appealOfficer }] : []),
  ];
}

function changed(incident: Incident, event: Exclude<IncidentEvent, { kind: 'reported' | 'moved' }>): Partial<Facts> {
  switch (event.kind) {
    case 'routed':
      return { team: event.team, caseManager: event.caseManager, personType: event.personType, handler: null };
    case 'messaged':
      return event.from === 'casework' ? { updatedReporterAt: event.at } : {};
    case 'recused':
      return {
        recused: [...incident.recused, event.by],
        caseManager: incident.caseManager === event.by ? null : incident.caseManager,
        handler: incident.handler === event.by ? null : incident.handler,
      };
    case 'assigned':
      return { caseManager: event.oid };
    case 'party-named':
      return { parties: [...incident.parties.filter((party) => !isSame(party, event.party)), event.party] };
    case 'evidence-added':
      return { evidence: [...incident.evidence, event.evidence] };
    case 'paused':
      return { pauses: [...incident.pauses, { from: event.at, to: null }] };
    case 'resumed':
      return { pauses: incident.pauses.map((pause) => (pause.to === null ? { ...pause, to: event.at } : pause)) };
    case 'clock-raised':
      return { raised: [...incident.raised, event.mark] };
    case 'check-in-asked':
      return { checkIns: [...incident.checkIns, event.day] };
    case 'added':
    case 'noted':
    case 'identity-revealed':
    case 'check-in-answered':
      return {};
  }
}

/** A party named again is the same one, now better known. */
function isSame(one: Party, other: Party): boolean {
  return one.part === other.part && one.name === other.name;
}

/** What the inputs of a move say, in the incident's own terms. */
export function knownFrom(inputs: Inputs): Partial<Known> {
  const known: { -readonly [K in keyof Known]?: Known[K] } = {};
  const { misconduct, urgency, investigator, findings, outcome, reason = '' } = inputs;
  const personType = inputs['person-type'] as PersonType | undefined;
  if (misconduct && urgency && personType) known.triage = { misconduct, urgency, personType };
  if (inputs['just-culture']) known.justCulture = { answer: inputs['just-culture'], reason };
  if (investigator) known.investigator = investigator;
  if (findings) known.findings = findings;
  if (inputs['decision-maker']) known.decisionMaker = inputs['decision-maker'];
  if (outcome) known.outcome = { outcome, reason };
  if (inputs['appeal-officer']) known.appealOfficer = inputs['appeal-officer'];
  return known;
}

function knownOf(incident: Incident): Partial<Known> {
  return Object.fromEntries(
    knownAt[incident.status].map((field) => [field, (incident as unknown as Record<string, unknown>)[field]]),
  );
}

function factsOf(incident: Incident): Facts {
  const { status: _status, ...rest } = incident;
  const fields = new Set<string>(knownAt[incident.status]);
  return Object.fromEntries(Object.entries(rest).filter(([key]) => !fields.has(key))) as unknown as Facts;
}
