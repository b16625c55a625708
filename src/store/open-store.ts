import { existsSync } from 'node:fs';
import type { Backend } from './backend.ts';
import type { Keyring } from './keyring.ts';
import { noStoreIn } from './migrate-sqlite.ts';
import { openSealedStore } from './sealed-store.ts';
import type { Store } from './store.ts';
import { StoreRefused } from './store-error.ts';

/** Where a store is: in PostgreSQL if `databaseUrl` is given, else in the SQLite file. */
export interface StorePlace {
  readonly databaseUrl?: string | null | undefined;
  readonly file: string;
}

/** Opens the store; the caller closes it. Throws `StoreRefused` or `StoreUnavailable`, each with a sentence to show. */
export async function openStore(options: StorePlace & { readonly keyring: Keyring }): Promise<Store> {
  return openSealedStore(await openBackend(options), options.keyring);
}

/** The engine alone, for the commands that move sealed rows: status, backup, copy, rekey. Drivers load when they are used. */
export async function openBackend({ databaseUrl, file }: StorePlace): Promise<Backend> {
  if (!databaseUrl) return (await import('./sqlite.ts')).openSqliteBackend(file);
  return (await import('./postgres.ts')).openPostgresBackend(databaseUrl);
}

/**
 * For the commands that only look or move rows: as `openBackend`, but a store that is not there is refused instead of made,
 * and one of an older release keeps its schema.
 */
export async function openExistingBackend({ databaseUrl, file }: StorePlace): Promise<Backend> {
  if (databaseUrl) return withKeys(await (await import('./postgres.ts')).lookIntoPostgres(databaseUrl));
  if (!existsSync(file)) throw new StoreRefused(noStoreIn(file));
  return withKeys(await (await import('./sqlite.ts')).lookIntoSqlite(file));
}

/** A store that never opened has no data key, and must not be given one by whoever only looks. */
async function withKeys(backend: Backend): Promise<Backend> {
  const keys = await backend.keys().catch(async (error) => {
    await backend.close();
    throw error;
  });
  if (keys.length > 0) return backend;
  await backend.close();
  throw new StoreRefused(noStoreIn(backend.place));
}
