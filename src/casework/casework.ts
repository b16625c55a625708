import type { IsHoliday } from '../incidents/clocks.ts';
import type { Process } from '../incidents/process.ts';
import type { Problem } from '../incidents/report-form.ts';
import type { Duty } from '../incidents/roles.ts';
import type { Routing } from '../incidents/route.ts';
import type { Directory } from '../people/directory.ts';
import type { Store } from '../store/store.ts';

/** Everything that a use case needs of the world. */
export interface Casework {
  readonly store: Store;
  readonly directory: Directory;
  readonly process: Process;
  readonly routing: Routing;
  readonly isHoliday: IsHoliday;
  /** Entra tenants whose people may act. */
  readonly tenants: readonly string[];
  readonly now: () => Date;
  readonly ids: Ids;
}

/** Where ids come from. */
export interface Ids {
  /** The public reference that texts lead to ("CIP-7Q4K9-3VMT2"): it says nothing, and without the texts cannot be guessed. */
  reference(...texts: readonly string[]): string;
  /** A new record id. */
  record(): string;
  /** A one-way fingerprint of texts: the same texts give the same, and the texts cannot be had back. */
  fingerprint(...texts: readonly string[]): string;
  /** A receipt code made from texts that only its holder has. */
  code(...texts: readonly string[]): string;
  /** SHA-256 of bytes, hex. */
  hash(bytes: Uint8Array): string;
}

/** Who acts, from the authenticated activity. */
export interface Who {
  readonly oid: string;
  readonly tenant: string;
  readonly name: string;
}

/**
 * Why something was not done. `not-found` is also the answer to whoever may not know that it exists; nothing in it, nor in
 * the time that it takes to be given, tells the two apart.
 */
export type Refusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'stale'; readonly status: string }
  | { readonly kind: 'bad-inputs'; readonly problems: readonly Problem[] }
  | { readonly kind: 'separation'; readonly duty: Duty; readonly done: Duty }
  /** It was done, and by it the incident went to others: whoever did it can no longer see it. */
  | { readonly kind: 'handed-on'; readonly reference: string }
  | { readonly kind: 'directory-down' }
  | { readonly kind: 'too-many-tries'; readonly againAt: string };

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refused<K extends Refusal['kind']>(
  kind: K,
  more: Omit<Extract<Refusal, { kind: K }>, 'kind'> = {} as never,
): Result<never> {
  return { ok: false, refusal: { kind, ...more } as unknown as Refusal };
}
