import type { Query } from './store.ts';

/**
 * A record as a backend holds it, and so what stands in clear in the database, its logs and its backups:
 * - `kind`, `id`, `version`, `status` and `due`. For the audit trail the id is `<kind>/<id>/<number>` of the record that an
 *   entry is about, so that it shows how often a record was touched, not by whom or what was done;
 * - `hashes`: one HMAC-SHA256 (128 bits, hex, sorted) for each look-up key. Without the data key nobody can tell whose they
 *   are; that two records of one kind carry the same key can be seen;
 * - the number of the data key, and how long the body is;
 * - the data keys themselves, encrypted under a master key (`DATA_KEY`) of which a fingerprint of 32 bits is in clear.
 * Keys and body are inside `sealed`: AES-256-GCM, bound to all the clear fields above it.
 */
export interface Row {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly due: string | null;
  readonly hashes: readonly string[];
  readonly keyId: number;
  readonly sealed: Uint8Array;
}

/** A `Change` after sealing. The row of a `put` carries the version that it will have. */
export type RowChange =
  | { readonly put: Row }
  | { readonly remove: { readonly kind: string; readonly id: string; readonly version: number } };

/** A `Query` after hashing: a row matches if it carries any of `hashes` (one for every data key in use). */
export interface RowQuery extends Omit<Query, 'key' | 'limit'> {
  readonly hashes?: readonly string[];
  readonly limit: number;
}

/** A data key, encrypted under the master key whose fingerprint is `master`. */
export interface WrappedKey {
  readonly id: number;
  readonly master: string;
  readonly wrapped: Uint8Array;
}

/**
 * One engine: it moves rows, knows nothing of what is in them, and throws `Conflict`, `UnknownKey` or
 * `StoreUnavailable`, nothing else for what an engine can answer.
 */
export interface Backend {
  /** Where it is, for messages: no password, no user name. */
  readonly place: string;
  read(kind: string, id: string): Promise<Row | undefined>;
  list(query: RowQuery): Promise<readonly Row[]>;
  /** All or nothing. Resolves, when durable, to the newest data key's number. */
  commit(changes: readonly RowChange[]): Promise<number>;
  /** Puts a newer sealing in place of each row that is still at its version; versions stay. Gives how many. */
  reseal(rows: readonly Row[]): Promise<number>;
  /** Puts in rows as they are, versions included: for a copy into an empty store. */
  insertRows(rows: readonly Row[]): Promise<void>;
  /** Rows in order of kind and id, after the given one. */
  scan(after: { readonly kind: string; readonly id: string } | null, limit: number): Promise<readonly Row[]>;
  keys(): Promise<readonly WrappedKey[]>;
  /** Adds a key, or leaves the one that is there with this number: false. */
  addKey(key: WrappedKey): Promise<boolean>;
  /** Forgets a key. False if a row is still sealed under it. */
  dropKey(id: number): Promise<boolean>;
  /** Names (`kind/id`) of rows that the engine's own table of look-up hashes does not agree with. */
  findBrokenLookUps(): Promise<readonly string[]>;
  status(): Promise<BackendStatus>;
  close(): Promise<void>;
}

export interface BackendStatus {
  readonly engine: 'sqlite' | 'postgres';
  /** Number of the last migration that has run. */
  readonly schema: number;
  /** On disk, indexes and logs included. */
  readonly bytes: number;
  readonly records: readonly { readonly kind: string; readonly status: string; readonly count: number }[];
}

/** A row was to be sealed under a data key that the store no longer holds: another replica has rotated it away. */
export class UnknownKey extends Error {
  override readonly name = 'UnknownKey';
}
