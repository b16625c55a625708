/**
 * Everything that outlives a turn is a record. A record has a few clear fields to find it by; its body is sealed
 * (sealing.ts) before a backend sees it.
 */
export interface StoredRecord {
  readonly kind: string;
  readonly id: string;
  /** 1 for a new record, one more at every commit. */
  readonly version: number;
  readonly status: string;
  /** When something has to be done with it (ISO instant, UTC), or null. */
  readonly due: string | null;
  /** Look-up keys ("reporter:<oid>"). A backend holds keyed hashes of them only. */
  readonly keys: readonly string[];
  /** Any JSON value. */
  readonly body: unknown;
}

/** One step of a commit. `replaces` is the version it was decided on (0: the record must not exist yet). */
export type Change =
  | { readonly put: Omit<StoredRecord, 'version'>; readonly replaces: number }
  | { readonly remove: { readonly kind: string; readonly id: string }; readonly replaces: number };

/** `key` finds records that carry it; `dueBy` those due at or before an instant. In order of due, then id. */
export interface Query {
  readonly kind: string;
  readonly status?: string;
  readonly key?: string;
  readonly dueBy?: string;
  /** Continue after this record of the same query. */
  readonly after?: { readonly due: string | null; readonly id: string };
  /** At most this many; 100 unless told. */
  readonly limit?: number;
}

export interface Store {
  read(kind: string, id: string): Promise<StoredRecord | undefined>;
  list(query: Query): Promise<readonly StoredRecord[]>;
  /** All or nothing, durable when it resolves. Throws `Conflict` if any record is at another version than its change replaces. */
  commit(changes: readonly Change[]): Promise<void>;
  close(): Promise<void>;
}

/** Somebody else changed one of the records first: read again, decide again. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}
