/** Opens the store in a file as whoever runs it, and says what came of it. */
import { passingKeyring } from '../../src/store/keyring.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';

const outcome = await openSqliteStore(process.argv[2] ?? '', passingKeyring()).then(
  async (store) => {
    await store.close();
    return 'opened';
  },
  (error: Error) => `${error.name}: ${error.message}`,
);
process.stdout.write(outcome);
