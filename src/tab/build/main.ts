import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundleTab } from './bundle.ts';

/** `npm run tab:build`: bundles the tab's page, as every start does where it has not been done. */
const { folder, script, preload, styles } = await bundleTab();
const size = (file: string) => statSync(join(folder, `${file}.gz`)).size;
const first = [script, ...preload, ...styles].reduce((sum, file) => sum + size(file), 0);
const all = readdirSync(folder).filter((file) => file.endsWith('.gz'));
process.stdout.write(`${folder}\nfirst view ${(first / 1_000).toFixed(1)} kB gzipped, ${all.length} files in all\n`);
