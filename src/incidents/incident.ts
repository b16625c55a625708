import type { Report } from './report-form.ts';
import type { Duty, Oid, PersonType } from './roles.ts';

export const statuses = [
  'submitted',
  'acknowledged',
  'triaged',
  'just-culture',
  'informal',
  'investigation',
  'findings',
  'hearing',
  'outcome',
  'appeal',
  'closed',
  'no-further-action',
  'withdrawn',
  'referred-elsewhere',
] as const;
export type Status = (typeof statuses)[number];

/** Clause 4.1's two general types of misconduct; both can be true of one incident. */
export const misconducts = ['behaviour', 'comments', 'both', 'neither'] as const;

export interface Known {
  readonly triage: { readonly misconduct: string; readonly urgency: string; readonly personType: PersonType };
  readonly justCulture: { readonly answer: string; readonly reason: string };
  readonly investigator: Oid;
  readonly findings: string;
  readonly decisionMaker: Oid;
  readonly outcome: { readonly outcome: string; readonly reason: string };
  readonly appealOfficer: Oid;
}

/** What an incident of a status always has; a move that cannot give it is refused when the process table is read. */
export const knownAt = {
  submitted: [],
  acknowledged: [],
  triaged: ['triage'],
  'just-culture': ['triage', 'justCulture'],
  informal: ['triage'],
  investigation: ['triage', 'justCulture', 'investigator'],
  findings: ['triage', 'justCulture', 'investigator', 'findings'],
  hearing: ['triage', 'justCulture', 'investigator', 'findings', 'decisionMaker'],
  outcome: ['triage', 'justCulture', 'investigator', 'findings', 'decisionMaker', 'outcome'],
  appeal: ['triage', 'justCulture', 'investigator', 'findings', 'decisionMaker', 'outcome', 'appealOfficer'],
  closed: [],
  'no-further-action': [],
  withdrawn: [],
  'referred-elsewhere': [],
} as const satisfies Record<Status, readonly (keyof Known)[]>;

/** Who the reporter is, as far as the incident itself holds it. A confidential one is kept apart; an anonymous one nowhere. */
export type Reporter =
  | { readonly level: 'named'; readonly oid: Oid; readonly name: string }
  | { readonly level: 'confidential' }
  | { readonly level: 'anonymous' };

/**
 * Somebody whom the incident concerns, or may concern: `mentioned` is a name in the report's own words, whose part in it
 * nobody has settled. `candidates` are the directory's people whom a typed name could mean; until a
 * caseworker settles it, each of them counts as the party.
 */
export interface Party {
  readonly part: 'subject' | 'target' | 'witness' | 'mentioned';
  readonly name: string;
  readonly oid: Oid | null;
  readonly candidates: readonly Oid[];
}

export interface Evidence {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, hex. */
  readonly sha256: string;
}

/** Who did it: a person of staff by object id, the reporter (whose id the history never holds), or the scheduler. */
export type By = 'reporter' | 'clock' | Oid;

type Happening =
  | {
      readonly kind: 'reported';
      readonly reference: string;
      /** A one-way fingerprint of the form it came by, so that the same form makes no second incident. */
      readonly submission: string;
      readonly reporter: Reporter;
      readonly report: Report;
      readonly parties: readonly Party[];
      readonly personType: PersonType;
    }
  | {
      readonly kind: 'routed';
      readonly team: string;
      readonly caseManager: Oid | null;
      readonly personType: PersonType;
      readonly why: string;
    }
  | {
      readonly kind: 'moved';
      readonly move: string;
      readonly from: Status;
      readonly to: Status;
      readonly duty: Duty | null;
      readonly inputs: Inputs;
    }
  | { readonly kind: 'added'; readonly text: string }
  | { readonly kind: 'messaged'; readonly from: 'reporter' | 'casework'; readonly text: string }
  | { readonly kind: 'noted'; readonly text: string }
  | { readonly kind: 'recused'; readonly reason: string | null }
  | { readonly kind: 'assigned'; readonly role: 'case-manager'; readonly oid: Oid }
  | { readonly kind: 'party-named'; readonly party: Party }
  /** `from`: whose it is, in the words of whoever was given it. */
  | { readonly kind: 'evidence-added'; readonly evidence: Evidence; readonly from: string | null }
  | { readonly kind: 'paused'; readonly reason: string }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'identity-revealed'; readonly reason: string }
  | { readonly kind: 'clock-raised'; readonly mark: string; readonly step: 'reminder' | 'overdue' }
  | { readonly kind: 'check-in-asked'; readonly day: number }
  | { readonly kind: 'check-in-answered'; readonly retaliation: boolean; readonly text: string | null };

export type IncidentEvent = { readonly at: string; readonly by: By } & Happening;
export type Inputs = Readonly<Record<string, string>>;

/** What every incident has, whatever its status. Instants are ISO, UTC. */
export interface Facts {
  readonly reference: string;
  readonly reporter: Reporter;
  readonly report: Report;
  readonly parties: readonly Party[];
  readonly personType: PersonType;
  /** The team it was routed to; null while it waits for the directory. */
  readonly team: string | null;
  readonly caseManager: Oid | null;
  /** Whoever acknowledged it: hears of it first from then on. */
  readonly handler: Oid | null;
  readonly reportedAt: string;
  readonly enteredAt: string;
  readonly reviewedAt: string | null;
  readonly updatedReporterAt: string | null;
  readonly pauses: readonly { readonly from: string; readonly to: string | null }[];
  readonly recused: readonly Oid[];
  readonly duties: readonly { readonly duty: Duty; readonly oid: Oid }[];
  readonly evidence: readonly Evidence[];
  /** Marks of the reminders and escalations already raised, so that none is raised twice. */
  readonly raised: readonly string[];
  readonly checkIns: readonly number[];
}

export type IncidentAt<S extends Status> = Facts & { readonly status: S } & Pick<Known, (typeof knownAt)[S][number]>;
export type Incident = { [S in Status]: IncidentAt<S> }[Status];
