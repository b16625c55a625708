import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { killChildren } from './children.ts';
import { putUnderLoad } from './load.ts';

/** A short run; the long one of 200 members, which also watches memory and waiting times, is `npm run bench -- load`. */
let server: PostgresServer;
let dataFolder: string;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'load-'));
});
afterEach(() => {
  killChildren();
  rmSync(dataFolder, { recursive: true, force: true });
});

test('60 members at once on two processes, each turn to any of them: no error, nothing lost, nothing doubled', async () => {
  const databaseUrl = await server.emptyPlace();
  const until = { turnsEach: 4 };
  const report = await putUnderLoad({ dataFolder, databaseUrl, users: 60, until, replicas: 2, pauseMs: 500 });
  expect(report.errors).toEqual([]);
  expect(report).toMatchObject({ turns: 240, lost: 0, doubled: 0, findings: [] });
  expect(report.reports + report.moves).toBe(72);
  expect(report.moves).toBeGreaterThan(5);
  expect(report.alerts).toBeGreaterThan(report.reports);
  expect(report.alertsSent).toBe(report.alerts);
}, 240_000);
