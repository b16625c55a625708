/**
 * The audit trail: who did what to which record, when; append-only, one hash chain for each record.
 *
 * A change and its entry go into one commit, so that neither is ever there without the other:
 *
 *     const change = { put: incident, replaces: incident.version };
 *     const audit = await auditChanges(store, [{ record: incident, who: oid, what: 'incident.triaged', at: now, change }]);
 *     await store.commit([change, ...alerts, ...audit]);
 *
 * On a `Conflict` read, decide and call `auditChanges` again, as for the change itself. A look at a record changes nothing
 * else: `await auditRead(store, { record, who, what: 'incident.read', at: now })` before the content is shown.
 *
 * A record that is audited with its `change` once must be so at every change: `verifyAudit` compares each such record with
 * its last entry and reports one that has moved without.
 *
 * An entry holds no content, only a SHA-256 of it, and is sealed as a whole like any record; in clear stand the kind and id
 * of the record and the entry's number. Entries are found by `record:<kind>/<id>` and `who:<oid>`.
 * `anchorAudit` (audit-checkpoint.ts), called every minute or so, signs the heads of all chains that have moved: from then
 * on the removal of a whole record with its trail, or of a trail's end, is found too.
 */
import { createHash } from 'node:crypto';
import { instant } from './sealed-rows.ts';
import { type Change, Conflict, type Store, type StoredRecord } from './store.ts';

export interface AuditEvent {
  readonly record: { readonly kind: string; readonly id: string };
  /** The Entra object id of who did it, or the name of the part of this program that did ("retention"). */
  readonly who: string;
  /** A short fixed name of what was done ("incident.triaged"). Never words that a person wrote. */
  readonly what: string;
  /** ISO instant. */
  readonly at: string;
  /** The change of this very record in the same commit; the content's hash and version go into the entry. */
  readonly change?: Change;
}

export interface AuditEntry extends Omit<AuditEvent, 'change'> {
  /** 1 for the record's first entry. */
  readonly number: number;
  /** What the record was afterwards: version 0 and no hash if it was removed; null if it was not changed. */
  readonly left: { readonly version: number; readonly hash: string | null } | null;
  /** Hash of the entry before, '' for the first. */
  readonly previous: string;
  readonly hash: string;
}

/** How far a record's chain has come. */
export interface ChainHead {
  readonly length: number;
  readonly hash: string;
}

/**
 * The changes that enter the events; several events of one record are chained in the order given. With `asNew` it is taken
 * that these records have no entries yet, which spares a look; the commit is a `Conflict` where one has.
 */
export async function auditChanges(
  store: Store,
  events: readonly AuditEvent[],
  asNew = false,
): Promise<readonly Change[]> {
  const chains = Map.groupBy(events, (event) => chainId(event.record));
  const changes = [...chains].map(async ([id, ofOne]) =>
    extendChain(id, ofOne, asNew ? undefined : await store.read('audit-chain', id)),
  );
  return (await Promise.all(changes)).flat();
}

/** Enters an event that changes nothing. Other entries coming first is no trouble: it is entered after them. */
export async function auditRead(store: Store, event: Omit<AuditEvent, 'change'>): Promise<void> {
  for (let left = 20; ; left--) {
    try {
      return await store.commit(await auditChanges(store, [event]));
    } catch (error) {
      if (!(error instanceof Conflict) || left === 0) throw error;
    }
  }
}

/** The entries of one record, oldest first; at most `limit` after entry number `after`. */
export async function readAudit(store: Store, record: AuditEvent['record'], after = 0, limit = 100) {
  const id = chainId(record);
  const found = await store.list({
    kind: 'audit-entry',
    key: `record:${id}`,
    after: { due: null, id: entryId(id, after) },
    limit,
  });
  return found.map(({ body }) => body as AuditEntry);
}

function extendChain(id: string, events: readonly AuditEvent[], chain: StoredRecord | undefined): readonly Change[] {
  let head = (chain?.body ?? { length: 0, hash: '' }) as ChainHead;
  const changes: Change[] = [];
  for (const event of events) {
    const entry = nextEntry(head, event);
    head = { length: entry.number, hash: entry.hash };
    changes.push({ put: entryRecord(id, entry), replaces: 0 });
  }
  const put = { kind: 'audit-chain', id, status: 'moved', due: null, keys: [], body: head };
  return [...changes, { put, replaces: chain?.version ?? 0 }];
}

function nextEntry(head: ChainHead, { record, who, what, at, change }: AuditEvent): AuditEntry {
  const left = change === undefined ? null : leftBy(change);
  const number = head.length + 1;
  const entry = { number, record: { kind: record.kind, id: record.id }, who, what, at, left, previous: head.hash };
  return { ...entry, hash: entryHash(entry) };
}

function entryRecord(id: string, entry: AuditEntry): Omit<StoredRecord, 'version'> {
  const keys = [`record:${id}`, `who:${entry.who}`];
  return { kind: 'audit-entry', id: entryId(id, entry.number), status: 'kept', due: null, keys, body: entry };
}

function leftBy(change: Change): AuditEntry['left'] {
  if ('remove' in change) return { version: 0, hash: null };
  const version = change.replaces + 1;
  return { version, hash: contentHash({ ...change.put, version }) };
}

export function entryHash(entry: Omit<AuditEntry, 'hash'>): string {
  const { number, record, who, what, at, left, previous } = entry;
  return sha256([previous, number, record.kind, record.id, who, what, at, left?.version ?? null, left?.hash ?? null]);
}

/** Of everything that a record holds, as it will be read back. */
export function contentHash({ kind, id, version, status, due, keys, body }: StoredRecord): string {
  return sha256([kind, id, version, status, instant(due), keys, body ?? null]);
}

export function sha256(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** `<kind>/<id>`: the name of a record's chain. Throws `TypeError` for a kind with a slash, which would make it ambiguous. */
export function chainId({ kind, id }: AuditEvent['record']): string {
  if (kind.includes('/')) throw new TypeError('The kind of an audited record has no slash.');
  return `${kind}/${id}`;
}

/** Sorts by number within the chain. */
export function entryId(chain: string, number: number): string {
  return `${chain}/${String(number).padStart(8, '0')}`;
}
