import { createHash } from 'node:crypto';
import type { Backend, Row } from './backend.ts';
import { StoreRefused } from './store-error.ts';
import { scanAll } from './verify-rows.ts';

export interface CopyReport {
  readonly records: number;
  /** SHA-256 over all rows, in order: the same on both sides. */
  readonly digest: string;
}

/**
 * Copies a store as it is, sealed, into an empty one; the same `DATA_KEY` opens both. Compares count and digest of what
 * was read, of what has arrived, and of the source again: throws `StoreRefused` if they are not the same, as when the
 * service was writing meanwhile.
 */
export async function copyStore(from: Backend, to: Backend): Promise<CopyReport> {
  const [rows, keys] = [await to.scan(null, 1), await to.keys()];
  if (rows.length + keys.length > 0) throw new StoreRefused(`${to.place} is not empty. Copy into an empty database.`);
  for (const key of await from.keys()) await to.addKey(key);
  const copied = await digestRows(from, (page) => to.insertRows(page));
  const arrived = await digestRows(to);
  if (arrived.digest !== copied.digest)
    throw new StoreRefused(`What has arrived at ${to.place} differs from what was read. Empty it and copy again.`);
  if ((await digestRows(from)).digest !== copied.digest)
    throw new StoreRefused(
      `${from.place} was written to meanwhile. Stop the service, empty ${to.place} and copy again.`,
    );
  return copied;
}

/** Goes through all rows in order of kind and id. */
export async function digestRows(
  backend: Backend,
  onPage?: (rows: readonly Row[]) => Promise<void>,
): Promise<CopyReport> {
  const hash = createHash('sha256');
  let records = 0;
  for await (const page of scanAll(backend)) {
    for (const { kind, id, version, status, due, hashes, keyId, sealed } of page)
      hash.update(JSON.stringify([kind, id, version, status, due, hashes, keyId])).update(sealed);
    records += page.length;
    if (page.length > 0) await onPage?.(page);
  }
  return { records, digest: hash.digest('hex') };
}
