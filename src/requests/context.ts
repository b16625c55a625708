import type { ClauseLink } from '../cards/tab-links.ts';
import type { Casework } from '../casework/casework.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Store } from '../store/store.ts';
import type { FollowUps } from './follow-ups.ts';
import type { Personas } from './personas.ts';
import type { Request, RequestKind } from './request.ts';
import type { RuleCounts } from './rule-counts.ts';
import type { Reply, Turn } from './turn.ts';

/** What every request may use. Nothing else is reached for: no clock, no environment, no random number of its own. */
export interface Context {
  readonly organisation: Organisation;
  readonly store: Store;
  readonly casework: Casework;
  readonly now: () => Date;
  /** An unguessable id. */
  readonly newId: () => string;
  readonly followUps: FollowUps;
  readonly switches: { readonly answers: boolean; readonly draftCheck: boolean; readonly reporting: boolean };
  /** The persona switch of the local run, or null where every member is themselves. */
  readonly personas: Personas | null;
  /** Called once an incident has moved, with its reference: cards that tell of it elsewhere can be renewed. */
  readonly onMoved: (reference: string) => void;
  /** How often rules fire, over many people (F4). */
  readonly ruleCounts: RuleCounts;
  /** Where a clause opens in the tab. */
  readonly clauseLink: ClauseLink;
  /** Tells the operator of something that went wrong; never with personal data. */
  readonly warn: (event: string, error: unknown) => void;
}

/** One request, answered. A "no" that a member reads is a reply; a throw is our bug or a broken backend. */
export type Handler<Kind extends RequestKind> = (
  request: Extract<Request, { kind: Kind }>,
  context: Context,
  turn: Turn,
) => Promise<readonly Reply[]> | readonly Reply[];
