import type { Oid } from '../incidents/roles.ts';
import type { AskId } from './asks.ts';
import { asks } from './asks.ts';
import type { AlertNotice, Channel } from './courier.ts';
import { channels } from './courier.ts';

/**
 * Whom an alert is for. The reporter is looked up when it is sent, so that an alert never holds who that is. `audience` is
 * whoever should hear such a thing, still to be asked of a directory that was down.
 */
export type Recipient =
  | { readonly kind: 'person'; readonly oid: Oid }
  | { readonly kind: 'reporter' }
  | { readonly kind: 'audience' };

/**
 * `waiting` until sent, `claimed` by the replica that is sending it, `delivered` until somebody opens it, then `read`;
 * `undelivered` when every channel failed; `cancelled` when its reader may no longer know.
 */
export const alertStatuses = ['waiting', 'claimed', 'delivered', 'read', 'undelivered', 'cancelled'] as const;
export type AlertStatus = (typeof alertStatuses)[number];

export interface Attempt {
  readonly at: string;
  readonly channel: Channel;
  readonly outcome: string;
}

export interface Alert {
  readonly id: string;
  readonly reference: string;
  readonly to: Recipient;
  readonly ask: AskId;
  readonly madeAt: string;
  /** When the thing asked is wanted, or null. */
  readonly by: string | null;
  readonly status: AlertStatus;
  /** When something is to be done with the alert itself: send, take over, or escalate. Null when nothing is left. */
  readonly due: string | null;
  readonly channel: Channel;
  /** Failed tries on this channel. */
  readonly tries: number;
  readonly attempts: readonly Attempt[];
  /** How often an unread alert has been passed on. */
  readonly passedOn: number;
  /** The channel's id of the delivered message, by which its card can be updated. */
  readonly messageId: string | null;
}

/** What leaves the product: a reference, what is asked, by when (E1). */
export function noticeOf(alert: Alert): AlertNotice {
  const { id, reference, ask, by, to } = alert;
  return { alertId: id, reference, ask: asks[ask].ask, for: to.kind === 'reporter' ? 'reporter' : 'staff', by };
}

/** A new alert, to be sent at once. */
export function newAlert(
  id: string,
  reference: string,
  to: Recipient,
  ask: AskId,
  by: string | null,
  at: string,
  passedOn = 0,
): Alert {
  const clean = { tries: 0, attempts: [], messageId: null };
  return {
    id,
    reference,
    to,
    ask,
    madeAt: at,
    by,
    status: 'waiting',
    due: at,
    channel: channels[0],
    passedOn,
    ...clean,
  };
}
