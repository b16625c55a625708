import type { Backend } from './backend.ts';
import { type DataKeys, makeKey, readDataKeys } from './data-keys.ts';
import type { Keyring } from './keyring.ts';
import { openRow, sealRecord } from './sealed-rows.ts';
import { scanAll } from './verify-rows.ts';

/**
 * Makes a new data key, seals every record under it, and forgets the old ones, while the service runs: replicas learn of
 * the new key by their next commit or read, and the engine refuses a row under a key that is gone. Afterwards nothing is
 * under any but the first key of `keyring` either, so that an old `DATA_KEY` can be taken out.
 * Throws `Damaged` at a record that does not open; what was done until then stays, and the next run goes on.
 */
export async function rekey(backend: Backend, keyring: Keyring): Promise<{ readonly resealed: number }> {
  const { newest } = await readDataKeys(backend, keyring);
  await backend.addKey(makeKey(newest.id + 1, keyring));
  let resealed = 0;
  for (;;) {
    const keys = await readDataKeys(backend, keyring);
    resealed += await resealAll(backend, keys);
    const old = [...keys.byId.keys()].filter((id) => id !== keys.newest.id);
    // A replica that has not heard yet may put a row under an old key just now; then that key stays for another round.
    const dropped = await Promise.all(old.map((id) => backend.dropKey(id)));
    if (dropped.every(Boolean)) return { resealed };
  }
}

async function resealAll(backend: Backend, keys: DataKeys): Promise<number> {
  let resealed = 0;
  for await (const page of scanAll(backend)) {
    const stale = page.filter((row) => row.keyId < keys.newest.id);
    if (stale.length > 0)
      resealed += await backend.reseal(stale.map((row) => sealRecord(openRow(row, keys), keys.newest)));
  }
  return resealed;
}
