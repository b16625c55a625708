import { activity, press, startEdge, tenant } from './edge.ts';
import { appId, startGuardedEdge } from './guarded-edge.ts';
import { memoryStore } from './memory-store.ts';

const local = { mode: 'local', host: '127.0.0.1', port: 0, healthPort: 0, credentials: null, tenants: [] } as const;

/** The address stands in the log, which is where an operator finds it too. */
function healthOf(log: readonly string[]): string {
  return JSON.parse(log.find((line) => line.includes('health pages')) ?? '{}').at;
}

async function get(url: string) {
  const response = await fetch(url);
  return { status: response.status, text: await response.text() };
}

test('a healthy edge is healthy and ready', async () => {
  const edge = await startEdge({ config: local, checks: { directory: async () => true } });
  const health = healthOf(edge.log);
  expect(await get(`${health}/healthz`)).toEqual({ status: 200, text: '{"ok":true}' });
  expect(JSON.parse((await get(`${health}/readyz`)).text)).toEqual({
    ready: true,
    draining: false,
    store: true,
    directory: true,
  });
  await edge.stop();
});

test.each<[string, () => Promise<boolean>]>([
  ['is down', async () => false],
  ['throws, with words that nobody is to see', async () => Promise.reject(new Error('postgres://user:secret@db'))],
  ['hangs', () => new Promise(() => {})],
])('a directory that %s makes it alive and not ready, and says no more than that', async (_name, directory) => {
  const edge = await startEdge({ config: local, checks: { directory } });
  const health = healthOf(edge.log);
  expect((await get(`${health}/healthz`)).status).toBe(200);
  const { status, text } = await get(`${health}/readyz`);
  expect(status).toBe(503);
  expect(JSON.parse(text)).toEqual({ ready: false, draining: false, store: true, directory: false });
  await edge.stop();
});

test('a store that is down makes it not ready', async () => {
  const read = async () => Promise.reject(new Error('disk'));
  const edge = await startEdge({ config: local, store: { ...memoryStore(), read } });
  expect(JSON.parse((await get(`${healthOf(edge.log)}/readyz`)).text)).toMatchObject({ ready: false, store: false });
  await edge.stop();
});

test("when deployed it is ready once the channel's keys are there", async () => {
  const credentials = { appId, tenantId: tenant, kind: 'SingleTenant', secret: 'not-used' } as const;
  const config = {
    ...local,
    mode: 'deployed',
    credentials,
    tenants: [tenant],
    keysUrl: 'http://127.0.0.1:9/none',
  } as const;
  const edge = await startGuardedEdge({ config });
  expect(JSON.parse((await get(`${healthOf(edge.log)}/readyz`)).text)).toMatchObject({ ready: false, keys: false });
  await edge.stop();
});

test('the figures count turns and refusals, and know nothing of who or what', async () => {
  const edge = await startEdge({ config: local });
  await edge.post(activity(edge.connector, { text: 'the canary in the text' }));
  await edge.post(activity(edge.connector, { text: 'break' }));
  await edge.post(press(edge.connector, 'canary-verb', { canary: 'data' }));
  await edge.post({ type: 'message' });
  const { text } = await get(`${healthOf(edge.log)}/metrics`);
  expect(text).toContain('turn_seconds_count{request="check-draft",outcome="answered"} 1');
  expect(text).toContain('turn_seconds_count{request="check-draft",outcome="failed"} 1');
  expect(text).toContain('requests_refused_total{status="400"} 1');
  expect(text).toContain('process_resident_memory_bytes');
  for (const canary of ['canary', 'Dana', '29:dana', '10000000-0000', 'a:personal', 'aaaaaaaa-0000'])
    expect(text + edge.log.join('')).not.toContain(canary);
  await edge.stop();
});

test.each(['/', '/admin', '/metrics?x'])('there is nothing at %s', async (path) => {
  const edge = await startEdge({ config: local });
  expect((await get(`${healthOf(edge.log)}${path}`)).status).toBe(404);
  await edge.stop();
});

test('closing ends the health pages too, and the public port never had them', async () => {
  const edge = await startEdge({ config: local });
  const health = healthOf(edge.log);
  expect((await get(edge.url.replace('/api/messages', '/metrics'))).status).toBe(404);
  await edge.stop();
  await expect(get(`${health}/healthz`)).rejects.toThrow();
});
