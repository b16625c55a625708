import { setTimeout as sleep } from 'node:timers/promises';
import { listAll } from '../../src/store/list-all.ts';
import type { Store, StoredRecord } from '../../src/store/store.ts';
import { verifyAudit } from '../../src/store/verify-audit.ts';

/** Alerts are waited for so long at most: longer than the lease of one that a process has claimed and not sent. */
const drainMs = 90_000;

export interface Counted {
  /** Acknowledged reports and moves that are not in the store, or there more than once. */
  readonly lost: number;
  readonly doubled: number;
  /** Alerts in the store that were delivered. */
  readonly alerts: number;
  readonly findings: readonly string[];
}

/** What has come of the reports and first moves that were acknowledged. */
export async function countLoad(
  store: Store,
  reported: ReadonlySet<string>,
  moved: ReadonlySet<string>,
): Promise<Counted> {
  const movesOf = new Map(
    (await all(store, 'incident')).map(({ id, body }) => [
      id,
      (body as { events: readonly { kind: string }[] }).events.filter(({ kind }) => kind === 'moved').length,
    ]),
  );
  const lost =
    [...reported].filter((id) => !movesOf.has(id)).length + [...moved].filter((id) => !movesOf.get(id)).length;
  const doubled = Math.max(0, movesOf.size - reported.size) + [...movesOf.values()].filter((moves) => moves > 1).length;
  const { findings } = await verifyAudit(store);
  const alerts = (await all(store, 'alert')).filter(({ status }) => status === 'delivered' || status === 'read').length;
  return { lost, doubled, alerts, findings: findings.map(({ where, what }) => `${where}: ${what}`) };
}

/** Waits until every alert is sent; those that never are will be missing in the count. */
export async function alertsSent(store: Store): Promise<void> {
  for (const until = performance.now() + drainMs; performance.now() < until; await sleep(200)) {
    const lists = await Promise.all(
      ['waiting', 'claimed'].map((status) => store.list({ kind: 'alert', status, limit: 1 })),
    );
    if (lists.flat().length === 0) return;
  }
}

async function all(store: Store, kind: string): Promise<readonly StoredRecord[]> {
  const records: StoredRecord[] = [];
  for await (const record of listAll(store, { kind })) {
    if (!('body' in record)) throw record;
    records.push(record);
  }
  return records;
}
