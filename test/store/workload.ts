import { auditChanges } from '../../src/store/audit.ts';
import { listAll } from '../../src/store/list-all.ts';
import { type Change, Conflict, type Store, type StoredRecord } from '../../src/store/store.ts';
import { Damaged } from '../../src/store/store-error.ts';
import { verifyAudit } from '../../src/store/verify-audit.ts';

/** Small stand-ins for the real thing: a report brings an incident, two alerts and an audit entry; a move changes all. */
const at = '2026-11-23T09:00:00.000Z';

export async function fileReport(store: Store, id: string): Promise<void> {
  await commit(store, id, 0, { moves: [], text: 'what happened '.repeat(40) }, ['a', 'b']);
}

/** Moves an incident once more, deciding again after a conflict. Gives the version it has come to. */
export async function moveOn(store: Store, id: string, move: string): Promise<number> {
  for (;;) {
    const found = await store.read('incident', id);
    if (found === undefined) throw new Error(`${id} is gone`);
    const { moves, text } = found.body as { moves: string[]; text: string };
    if (moves.includes(move)) return found.version;
    try {
      await commit(store, id, found.version, { moves: [...moves, move], text }, [move]);
      return found.version + 1;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

async function commit(
  store: Store,
  id: string,
  replaces: number,
  body: object,
  alerts: readonly string[],
): Promise<void> {
  const change: Change = {
    put: { kind: 'incident', id, status: 'open', due: at, keys: [`reporter:${id}`], body },
    replaces,
  };
  const alertChanges = alerts.map((name) => ({
    put: {
      kind: 'alert',
      id: `${id}.${name}`,
      status: 'waiting',
      due: at,
      keys: [`incident:${id}`],
      body: { ask: 'x' },
    },
    replaces: 0,
  }));
  const event = { record: { kind: 'incident', id }, who: 'oid-1', what: 'incident.moved', at, change };
  await store.commit([change, ...alertChanges, ...(await auditChanges(store, [event]))]);
}

/** What a caller was told: incident to the version that was acknowledged last. */
export type Acknowledged = ReadonlyMap<string, number>;

export interface Tally {
  readonly incidents: number;
  /** Acknowledged, but not there (any more) at that version. */
  readonly lost: readonly string[];
  /** There without all of its alerts and entries, or with more of them than moves. */
  readonly torn: readonly string[];
  /** What `verifyAudit` has found. */
  readonly findings: readonly string[];
}

export async function tally(store: Store, acknowledged: Acknowledged): Promise<Tally> {
  const incidents = await readAll(store, 'incident');
  const byId = new Map(incidents.map((incident) => [incident.id, incident]));
  const alerts = Map.groupBy(await readAll(store, 'alert'), ({ id }) => id.slice(0, id.indexOf('.')));
  const entries = Map.groupBy(await readAll(store, 'audit-entry'), ({ id }) => id.split('/')[1] ?? '');
  const lost = [...acknowledged].filter(([id, version]) => (byId.get(id)?.version ?? 0) < version).map(([id]) => id);
  const torn = new Set([...alerts.keys(), ...entries.keys()].filter((id) => !byId.has(id)));
  for (const { id, version, body } of incidents) {
    const { moves } = body as { moves: string[] };
    const whole =
      moves.length === version - 1 &&
      new Set(moves).size === moves.length &&
      alerts.get(id)?.length === version + 1 &&
      entries.get(id)?.length === version;
    if (!whole) torn.add(id);
  }
  const { findings } = await verifyAudit(store);
  return {
    incidents: incidents.length,
    lost,
    torn: [...torn],
    findings: findings.map(({ where, what }) => `${where}: ${what}`),
  };
}

async function readAll(store: Store, kind: string): Promise<StoredRecord[]> {
  const records: StoredRecord[] = [];
  for await (const record of listAll(store, { kind })) {
    if (record instanceof Damaged) throw record;
    records.push(record);
  }
  return records;
}
