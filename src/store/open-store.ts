import { existsSync } from 'node:fs';
import type { Backend } from './backend.ts';
import type { Keyring } from './keyring.ts';
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

/** As `openBackend`, but a SQLite file that is not there is refused instead of made. */
export async function openExistingBackend(place: StorePlace): Promise<Backend> {
  if (!place.databaseUrl && !existsSync(place.file)) throw new StoreRefused(`There is no store at ${place.file}.`);
  return openBackend(place);
}
