import type { Row, RowChange } from './backend.ts';
import type { DataKeys } from './data-keys.ts';
import { type DataKey, lookUpHash, rowBinding, seal, unseal } from './sealing.ts';
import type { Change, StoredRecord } from './store.ts';
import { Damaged } from './store-error.ts';

/** Seals what a commit puts. Throws `TypeError` for what no store could keep. */
export function sealChange(change: Change, key: DataKey): RowChange {
  if ('remove' in change) {
    const { kind, id } = change.remove;
    return { remove: { kind, id, version: change.replaces } };
  }
  return { put: sealRecord({ ...change.put, version: change.replaces + 1 }, key) };
}

export function sealRecord(record: StoredRecord, key: DataKey): Row {
  const { kind, id, version, status, keys } = record;
  for (const text of [kind, id, status]) refuseUnstorable(text);
  const hashes = [...new Set(keys.map((lookUpKey) => lookUpHash(key, kind, lookUpKey)))].sort();
  const binding = { kind, id, version, status, due: instant(record.due), hashes };
  const plain = Buffer.from(JSON.stringify({ keys, body: record.body ?? null }));
  return { ...binding, keyId: key.id, sealed: seal(key.seal, plain, rowBinding(binding)) };
}

/** Throws `Damaged` if anything about the row is not what was sealed. `keys` must hold the row's key. */
export function openRow(row: Row, keys: DataKeys, index = 0): StoredRecord {
  const key = keys.byId.get(row.keyId);
  const plain = key && unseal(key.seal, row.sealed, rowBinding(row));
  if (plain === undefined) throw new Damaged(row, index);
  const { kind, id, version, status, due } = row;
  const content = JSON.parse(plain.toString()) as Pick<StoredRecord, 'keys' | 'body'>;
  return { kind, id, version, status, due, keys: content.keys, body: content.body };
}

/** An instant in the one form that sorts as text (`2026-11-23T09:00:00.000Z`). */
export function instant(due: string | null): string | null {
  if (due === null) return null;
  const time = Date.parse(due);
  if (Number.isNaN(time)) throw new TypeError('A due time must be an ISO instant.');
  return new Date(time).toISOString();
}

function refuseUnstorable(text: string): void {
  if (text === '' || text.includes('\0') || !text.isWellFormed())
    throw new TypeError('Kind, id and status must be text that is not empty, without NUL or half characters.');
}
