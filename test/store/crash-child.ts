/** A service to be killed: `node crash-child.ts <file or url> <key> <run>` reports and moves, and says what it was told. */
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { anchorAudit } from '../../src/store/audit-checkpoint.ts';
import { readKeyring } from '../../src/store/keyring.ts';
import { openStore } from '../../src/store/open-store.ts';
import { fileReport, moveOn } from './workload.ts';

const [place = '', key = '', run = ''] = process.argv.slice(2);
const databaseUrl = place.startsWith('postgres:') ? place : null;
const store = await openStore({ databaseUrl, file: place, keyring: readKeyring(key) });

flushCompileCache();

async function serve(name: string): Promise<never> {
  for (let n = 0; ; n++) {
    const id = `r${run}-${name}-${n}`;
    await fileReport(store, id);
    writeSync(1, `${id} 1\n`);
    if (n % 2 === 0) writeSync(1, `${id} ${await moveOn(store, id, 'm1')}\n`);
    if (n % 5 === 0) await anchorAudit(store, '2026-11-23T09:00:00.000Z');
  }
}

await Promise.all(['a', 'b', 'c'].map(serve));
