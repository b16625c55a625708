import { crash, crashSqlite } from './crash.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const whole = { lost: [], torn: [], findings: [] };

test('200 kills of a service on SQLite lose nothing, double nothing and break no trail', async () => {
  const batches = await Promise.all(Array.from({ length: 2 }, () => crashBatches(10, 10)));
  for (const report of batches.flat()) expect(report).toMatchObject(whole);
  expect(batches.flat().reduce((sum, { kills }) => sum + kills, 0)).toBe(200);
  expect(batches.flat().reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThan(200);
}, 300_000);

/** A fresh store for every few kills keeps the counting short. */
async function crashBatches(batches: number, kills: number) {
  const reports = [];
  for (let batch = 0; batch < batches; batch++) reports.push(await crashSqlite(kills));
  return reports;
}

describe('on PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  test('20 kills of a service lose nothing, double nothing and break no trail', async () => {
    const report = await crash(await server.emptyPlace(), 20);
    expect(report).toMatchObject({ ...whole, kills: 20 });
    expect(report.acknowledged).toBeGreaterThan(20);
  }, 120_000);
});
