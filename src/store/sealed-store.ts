import { type Backend, type RowChange, type RowQuery, UnknownKey } from './backend.ts';
import { type DataKeys, readDataKeys } from './data-keys.ts';
import type { Keyring } from './keyring.ts';
import { instant, openRow, sealChange } from './sealed-rows.ts';
import { lookUpHash } from './sealing.ts';
import { type Change, Conflict, type Query, type Store, type StoredRecord } from './store.ts';
import { Damaged } from './store-error.ts';

/** How often a call starts anew because the keys were being rotated under it. Each rotation costs one. */
const attempts = 5;

/** The store over an engine: seals on the way in, opens on the way out, and follows a key rotation by others. */
export async function openSealedStore(backend: Backend, keyring: Keyring): Promise<Store> {
  try {
    return new SealedStore(backend, keyring, await readDataKeys(backend, keyring));
  } catch (error) {
    await backend.close();
    throw error;
  }
}

class SealedStore implements Store {
  readonly #backend: Backend;
  readonly #keyring: Keyring;
  #keys: DataKeys;

  constructor(backend: Backend, keyring: Keyring, keys: DataKeys) {
    this.#backend = backend;
    this.#keyring = keyring;
    this.#keys = keys;
  }

  async read(kind: string, id: string): Promise<StoredRecord | undefined> {
    for (let left = attempts; ; left--) {
      const row = await this.#backend.read(kind, id);
      if (row === undefined) return undefined;
      if (left === 0 || this.#keys.byId.has(row.keyId)) return openRow(row, this.#keys);
      await this.#readKeys();
    }
  }

  async list(query: Query): Promise<readonly StoredRecord[]> {
    for (let left = attempts; ; left--) {
      const keys = this.#keys;
      const rows = await this.#backend.list(hashQuery(query, keys));
      const known =
        rows.every((row) => keys.byId.has(row.keyId)) && (query.key === undefined || (await this.#isNewest()));
      if (left === 0 || known) return rows.map((row, index) => openListed(row, index, query, keys));
      await this.#readKeys();
    }
  }

  async commit(changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    refuseTwice(changes);
    for (let left = attempts; ; left--) {
      const sealed = changes.map((change) => sealChange(change, this.#keys.newest));
      try {
        return await this.#commitSealed(sealed);
      } catch (error) {
        if (error instanceof Conflict) throw new Conflict(`${nameAll(changes)}: changed since it was read.`);
        if (!(error instanceof UnknownKey) || left === 0) throw error;
      }
      await this.#readKeys();
    }
  }

  close(): Promise<void> {
    return this.#backend.close();
  }

  async #commitSealed(sealed: readonly RowChange[]): Promise<void> {
    const newest = await this.#backend.commit(sealed);
    // What is committed is committed: if the newer key cannot be read now, the next call will need it and try again.
    if (newest > this.#keys.newest.id) await this.#readKeys().catch(() => undefined);
  }

  async #readKeys(): Promise<void> {
    this.#keys = await readDataKeys(this.#backend, this.#keyring);
  }

  /** After a look-up by hash: had a newer key come in before it, records under that key would have been missed. */
  async #isNewest(): Promise<boolean> {
    return (await this.#backend.keys()).at(-1)?.id === this.#keys.newest.id;
  }
}

function hashQuery(query: Query, keys: DataKeys): RowQuery {
  const { key, limit = 100, dueBy, ...rest } = query;
  return {
    ...rest,
    limit,
    ...(dueBy !== undefined && { dueBy: instant(dueBy) as string }),
    ...(key !== undefined && {
      hashes: [...keys.byId.values()].map((dataKey) => lookUpHash(dataKey, query.kind, key)),
    }),
  };
}

/** A row must be an answer to the query by what is sealed in it, not only by what stands in the engine's index. */
function openListed(row: Parameters<typeof openRow>[0], index: number, query: Query, keys: DataKeys): StoredRecord {
  const record = openRow(row, keys, index);
  if (query.key !== undefined && !record.keys.includes(query.key)) throw new Damaged(row, index);
  return record;
}

function refuseTwice(changes: readonly Change[]): void {
  const names = changes.map((change) => JSON.stringify(nameOf(change)));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new TypeError(`One commit changes the record ${twice} twice.`);
}

function nameOf(change: Change): [string, string] {
  const { kind, id } = 'put' in change ? change.put : change.remove;
  return [kind, id];
}

function nameAll(changes: readonly Change[]): string {
  const names = changes.map((change) => nameOf(change).join(' '));
  return names.length > 3 ? `One of ${names.length} records (${names[0]}, ...)` : names.join(' or ');
}
