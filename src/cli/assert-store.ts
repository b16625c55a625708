import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { StoreRefused } from '../store/store-error.ts';

/** For commands that only look or change: throws `StoreRefused` where there is no store or no key yet, and makes neither. */
export function assertStore({
  databaseUrl,
  dataFolder,
  dataKey,
}: Pick<Config, 'databaseUrl' | 'dataFolder' | 'dataKey'>) {
  if (databaseUrl === null && !existsSync(join(dataFolder, 'store.sqlite')))
    throw new StoreRefused(
      `There is no store in ${dataFolder} yet. The first start of the bot makes one; DATA_DIR names another folder.`,
    );
  if (databaseUrl !== null && dataKey === null && !existsSync(join(dataFolder, 'data.key')))
    throw new StoreRefused(`There is no key in ${dataFolder}. Set DATA_KEY to the key of the store.`);
}
