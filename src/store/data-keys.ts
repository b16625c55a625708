import { randomBytes } from 'node:crypto';
import type { Backend, WrappedKey } from './backend.ts';
import type { Keyring } from './keyring.ts';
import { type DataKey, dataKey, seal, unseal } from './sealing.ts';
import { StoreRefused } from './store-error.ts';

/** The data keys that a store's rows are sealed under. The newest seals, all open. */
export interface DataKeys {
  readonly newest: DataKey;
  readonly byId: ReadonlyMap<number, DataKey>;
}

/**
 * Reads the data keys, making the first one for a new store. This is also the check of the master key: a wrong one is
 * found here, at start, and refused with `StoreRefused`.
 */
export async function readDataKeys(backend: Backend, keyring: Keyring): Promise<DataKeys> {
  let wrapped = await backend.keys();
  if (wrapped.length === 0) {
    await backend.addKey(makeKey(1, keyring));
    wrapped = await backend.keys();
  }
  const keys = wrapped.map((key) => dataKey(key.id, unwrapKey(key, keyring, backend.place)));
  const newest = keys.at(-1);
  if (newest === undefined) throw new StoreRefused(`${backend.place} does not keep its data key.`);
  return { newest, byId: new Map(keys.map((key) => [key.id, key])) };
}

/** A new random data key, encrypted under the first master key. */
export function makeKey(id: number, { masters: [{ fingerprint, secret }] }: Keyring): WrappedKey {
  return { id, master: fingerprint, wrapped: seal(secret, randomBytes(32), `data key ${id}`) };
}

/** Throws `StoreRefused`, naming keys by fingerprint only. */
function unwrapKey(key: WrappedKey, keyring: Keyring, place: string): Buffer {
  const master = keyring.masters.find(({ fingerprint }) => fingerprint === key.master);
  const given = keyring.masters.map(({ fingerprint }) => fingerprint).join(', ');
  if (master === undefined)
    throw new StoreRefused(
      `${place} was sealed under the key with fingerprint ${key.master}; the key given has ${given}. Set DATA_KEY to the right one.`,
    );
  const secret = unseal(master.secret, key.wrapped, `data key ${key.id}`);
  if (secret === undefined)
    throw new StoreRefused(`Data key ${key.id} of ${place} is damaged. Restore the store from a backup.`);
  return secret;
}
