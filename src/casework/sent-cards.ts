import { noticeOf } from '../alerts/alert.ts';
import type { AlertNotice } from '../alerts/courier.ts';
import { exclusion } from './access.ts';
import { alertOf } from './alert-record.ts';
import type { Casework } from './casework.ts';
import { readIncident } from './incident-record.ts';

/** An alert's card that stands in somebody's chat, by which it can be replaced when the incident has moved on. */
export interface SentCard {
  readonly alertId: string;
  /** In whose chat it stands; null in the caseworkers' channel. */
  readonly oid: string | null;
  readonly messageId: string;
  readonly notice: AlertNotice;
}

/**
 * The cards that told people of an incident in their personal chats, and in the caseworkers' channel. Not those of people
 * who may no longer know of it: what becomes of their card would tell them that it has moved. Throws `DirectoryDown`.
 */
export async function sentCards(casework: Casework, reference: string): Promise<readonly SentCard[]> {
  const [opened, records] = await Promise.all([
    readIncident(casework, reference),
    casework.store.list({ kind: 'alert', key: `alerts-of:${reference}`, limit: 500 }),
  ]);
  if (opened === undefined) return [];
  const excluded = await exclusion(casework, opened);
  const cards = records.map(alertOf).map(async (alert): Promise<readonly SentCard[]> => {
    const { id: alertId, messageId, to, channel } = alert;
    if (messageId === null || to.kind !== 'person' || channel === 'email' || channel === 'activity-feed') return [];
    if (channel === 'personal-chat' && (await excluded(to.oid))) return [];
    return [{ alertId, oid: channel === 'personal-chat' ? to.oid : null, messageId, notice: noticeOf(alert) }];
  });
  return (await Promise.all(cards)).flat();
}
