import type { Backend } from './backend.ts';
import type { Keyring } from './keyring.ts';
import { openSealedStore } from './sealed-store.ts';
import type { Store } from './store.ts';

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
