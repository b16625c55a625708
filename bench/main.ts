import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Everything that is measured, one after the other: `npm run bench`, or `npm run bench -- turns edge` for some of it. */
const benches: Readonly<Record<string, readonly string[]>> = {
  turns: [],
  edge: ['100000'],
  activities: ['100000'],
  store: [],
  'store-lists': ['100000'],
  reports: [],
  casework: ['10000'],
  crash: ['100'],
  takeover: ['2', '50'],
  load: ['40'],
  'clause-index': [],
  'draft-check': [],
  tab: [],
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(benches, name));
if (unknown !== undefined) {
  console.error(`There is no "${unknown}" to measure; there are ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
let failed = 0;
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  console.log(`\n=== ${name} ===`);
  const file = join(import.meta.dirname, `${name}.ts`);
  const { status } = spawnSync(process.execPath, ['--no-warnings', file, ...(benches[name] ?? [])], {
    stdio: 'inherit',
  });
  if (status !== 0) failed++;
}
process.exitCode = failed > 0 ? 1 : 0;
