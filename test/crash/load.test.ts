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

test('200 members at once on two processes, each turn to any of them: no error, nothing lost, nothing doubled', async () => {
  const databaseUrl = await server.emptyPlace();
  const report = await putUnderLoad({ dataFolder, databaseUrl, users: 200, seconds: 5, replicas: 2, pauseMs: 3_000 });
  expect(report.errors).toEqual([]);
  expect(report).toMatchObject({ lost: 0, doubled: 0, findings: [] });
  expect(report.reports).toBeGreaterThan(20);
  expect(report.moves).toBeGreaterThan(5);
  expect(report.alerts).toBeGreaterThan(report.reports);
  expect(report.alertsSent).toBe(report.alerts);
}, 180_000);
