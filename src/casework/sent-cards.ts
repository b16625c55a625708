import { noticeOf } from '../alerts/alert.ts';
import type { AlertNotice } from '../alerts/courier.ts';
import { alertOf } from './alert-record.ts';
import type { Casework } from './casework.ts';

/** An alert's card that stands in somebody's chat, by which it can be replaced when the incident has moved on. */
export interface SentCard {
  readonly alertId: string;
  /** In whose chat it stands; null in the caseworkers' channel. */
  readonly oid: string | null;
  readonly messageId: string;
  readonly notice: AlertNotice;
}

/** The cards that told people of an incident in their personal chats, and in the caseworkers' channel. */
export async function sentCards(casework: Casework, reference: string): Promise<readonly SentCard[]> {
  const records = await casework.store.list({ kind: 'alert', key: `alerts-of:${reference}`, limit: 500 });
  return records.map(alertOf).flatMap((alert) => {
    const { id: alertId, messageId, to, channel } = alert;
    if (messageId === null || to.kind !== 'person' || channel === 'email') return [];
    return [{ alertId, oid: channel === 'personal-chat' ? to.oid : null, messageId, notice: noticeOf(alert) }];
  });
}
