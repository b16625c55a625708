import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { type Keyring, localKeyring, readKeyring } from './store/keyring.ts';
import { openStore, type StorePlace } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { StoreRefused } from './store/store-error.ts';

type StoreConfig = Pick<Config, 'databaseUrl' | 'dataFolder' | 'dataKey'>;

/** Opens the store that the settings name; the caller closes it. Throws `StoreRefused` or `StoreUnavailable`. */
export async function openOwnStore(config: StoreConfig): Promise<Store> {
  return openStore({ ...storePlace(config), keyring: ownKeyring(config) });
}

/** Where this run keeps its records: PostgreSQL, or a SQLite file in the data folder, which is made if it is not there. */
export function storePlace({ databaseUrl, dataFolder }: StoreConfig): StorePlace {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StoreRefused(
      `The data folder ${dataFolder} cannot be made (${(error as NodeJS.ErrnoException).code}). Set DATA_DIR to a folder that can be written.`,
    );
  }
  return { databaseUrl, file: join(dataFolder, 'store.sqlite') };
}

/** The keys of `DATA_KEY`, or of a file beside the store that is made at the first local start. */
export function ownKeyring(config: StoreConfig): Keyring {
  const { dataKey, dataFolder } = config;
  return dataKey === null
    ? localKeyring(join(dataFolder, 'data.key'), join(dataFolder, 'store.sqlite'))
    : readKeyring(dataKey);
}
