import { noticeOf } from '../alerts/alert.ts';
import type { AlertNotice } from '../alerts/courier.ts';
import { alertOf } from './alert-record.ts';
import type { Casework } from './casework.ts';

/** An alert's card that stands in somebody's chat, by which it can be replaced when the incident has moved on. */
export interface SentCard {
  readonly alertId: string;
  readonly oid: string;
  readonly messageId: string;
  readonly notice: AlertNotice;
}

/** The cards that told people of an incident in their personal chats. */
export async function sentCards(casework: Casework, reference: string): Promise<readonly SentCard[]> {
  const records = await casework.store.list({ kind: 'alert', key: `alerts-of:${reference}`, limit: 500 });
  return records.map(alertOf).flatMap((alert) => {
    if (alert.messageId === null || alert.to.kind !== 'person' || alert.channel !== 'personal-chat') return [];
    return [{ alertId: alert.id, oid: alert.to.oid, messageId: alert.messageId, notice: noticeOf(alert) }];
  });
}
