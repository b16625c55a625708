/** Reports into a file that may not grow beyond a limit, until ten commits were refused; then counts, and says so. */
import { passingKeyring } from '../../src/store/keyring.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { StoreUnavailable } from '../../src/store/store-error.ts';
import { fileReport, tally } from './workload.ts';

const store = await openSqliteStore(process.argv[2] ?? '', passingKeyring());
const acknowledged = new Map<string, number>();
let refused = 0;
for (let n = 0; refused < 10; n++) {
  try {
    await fileReport(store, `r${n}`);
    acknowledged.set(`r${n}`, 1);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    refused++;
  }
}
process.stdout.write(JSON.stringify({ acknowledged: acknowledged.size, ...(await tally(store, acknowledged)) }));
