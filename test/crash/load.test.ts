import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { putUnderLoad } from './load.ts';

/** A short run; the long one, which also watches memory and waiting times, is `npm run bench -- load`. */
let server: PostgresServer;
let dataFolder: string;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'load-'));
});
afterEach(() => rmSync(dataFolder, { recursive: true }));

test.each([
  ['one process on SQLite', 1, async (): Promise<string | undefined> => undefined],
  ['two processes on PostgreSQL, each turn to any of them', 2, () => server.emptyPlace()],
] as const)(
  '200 members at once, %s: no error, nothing lost, nothing doubled',
  async (_what, replicas, place) => {
    const databaseUrl = await place();
    const report = await putUnderLoad({
      ...{ dataFolder, users: 200, seconds: 5, replicas, pauseMs: 1_500 },
      ...(databaseUrl && { databaseUrl }),
    });
    expect(report.errors).toEqual([]);
    expect(report).toMatchObject({ lost: 0, doubled: 0, findings: [] });
    expect(report.reports).toBeGreaterThan(20);
    expect(report.moves).toBeGreaterThan(5);
    expect(report.alerts).toBeGreaterThan(report.reports);
    expect(report.alertsSent).toBe(report.alerts);
  },
  120_000,
);
