import { connect } from 'node:net';
import { startTabWorld, type TabWorld } from './tab-world.ts';

let tab: TabWorld;
let local: TabWorld;
beforeAll(async () => {
  [tab, local] = [await startTabWorld(), await startTabWorld('local')];
}, 120_000);
afterAll(async () => {
  await tab.stop();
  await local.stop();
});

const policyOf = (response: Response) => {
  const policy = response.headers.get('content-security-policy') ?? '';
  return Object.fromEntries(policy.split('; ').map((line) => [line.split(' ')[0], line.split(' ').slice(1)]));
};

describe('the page', () => {
  test('may run scripts of its own files only, and be framed by Microsoft 365 only', async () => {
    const policy = policyOf(await tab.fetch('/tab'));
    expect(policy).toMatchObject({ 'default-src': ["'none'"], 'script-src': ["'self'"], 'base-uri': ["'none'"] });
    expect(policy['frame-ancestors']).toEqual([
      ...["'self'", 'https://*.cloud.microsoft', 'https://teams.microsoft.com', 'https://*.teams.microsoft.com'],
      ...['https://*.microsoft365.com', 'https://*.office.com'],
      ...['https://outlook.office.com', 'https://outlook.office365.com'],
    ]);
    expect(JSON.stringify(policy)).not.toMatch(/unsafe|https?:\/\/\*[" ]|\*"/);
  });

  test('has no script within itself, and a nonce for styles that nobody can know before', async () => {
    const [one, other] = [await (await tab.fetch('/tab')).text(), await (await tab.fetch('/tab')).text()];
    expect(one).not.toMatch(/<script[^>]*>[^<]|\son\w+=|style=/);
    const nonce = (page: string) => /nonce="([^"]{20,})"/.exec(page)?.[1];
    expect(nonce(one)).not.toBe(nonce(other));
    expect(nonce(one)).toBeDefined();
  });

  test.each(['/tab', '/tab/api/policy', '/tab/api/nothing', '/tab/assets/nothing.js', '/tab/api/me'])(
    '%s sets no cookie, is not sniffed, and tells nobody where one came from',
    async (path) => {
      const { headers } = await tab.fetch(path);
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-frame-options')).toBeNull();
      expect(headers.get('server')).toBeNull();
    },
  );

  test('its files are kept for good and come packed; answers of the API are never kept', async () => {
    const page = await (await tab.fetch('/tab')).text();
    const script = /src="([^"]+)"/.exec(page)?.[1] ?? '';
    const { headers } = await tab.fetch(script);
    expect(headers.get('cache-control')).toContain('immutable');
    expect(headers.get('content-encoding')).toBe('gzip');
    expect((await tab.get('policy')).headers['cache-control']).toBe('no-store');
  });

  test.each([
    '/tab/assets/..%2f..%2fpackage.json',
    '/tab/assets/bundle.json',
    '/tab/assets/%00',
    '/tab/../package.json',
  ])('%s is no file of it', async (path) => {
    expect((await tab.fetch(path)).status).toBe(404);
  });
});

describe('the API', () => {
  const ask = { method: 'POST', body: '{"question":"Can I name my employer?"}' };

  test.each<[string, number, RequestInit]>([
    ['a question', 200, { ...ask, headers: { 'content-type': 'application/json' } }],
    ['a form of another site', 415, { ...ask, headers: { 'content-type': 'text/plain' } }],
    ['a packed body', 415, { ...ask, headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' } }],
    ['no JSON', 400, { ...ask, body: '{', headers: { 'content-type': 'application/json' } }],
    ['a list', 400, { ...ask, body: '[]', headers: { 'content-type': 'application/json' } }],
    [
      'too much',
      413,
      { ...ask, body: JSON.stringify({ a: 'x'.repeat(200_000) }), headers: { 'content-type': 'application/json' } },
    ],
    [
      'too deep',
      400,
      { ...ask, body: `${'{"a":'.repeat(10)}1${'}'.repeat(10)}`, headers: { 'content-type': 'application/json' } },
    ],
    [
      'a key that reaches a prototype',
      400,
      { ...ask, body: '{"__proto__":{}}', headers: { 'content-type': 'application/json' } },
    ],
  ])('%s: %d', async (_what, status, init) => {
    expect((await tab.fetch('/tab/api/ask', init)).status).toBe(status);
  });

  test.each([
    ['PUT', '/tab/api/policy', 405],
    ['DELETE', '/tab/api/incidents/CIP-1', 405],
    ['GET', '/tab/api', 404],
    ['GET', '/tab/api/', 404],
    ['GET', '/tab/api/%E0%A4%A', 404],
    ['GET', `/tab/api/search?words=${'x'.repeat(3_000)}`, 403],
  ])('%s %.20j: %d', async (method, path, status) => {
    expect((await tab.fetch(path, { method })).status).toBe(status);
  });

  test('answers no page of another site: nothing says that it may read along', async () => {
    const response = await tab.fetch('/tab/api/policy', { headers: { origin: 'https://evil.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  test('slows whoever asks without end, and nobody else', async () => {
    const statuses = await Promise.all(Array.from({ length: 80 }, async () => (await tab.get('me', 'Grace')).status));
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(10);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(60);
    expect((await tab.get('me', 'Priya')).status).toBe(200);
  });

  test('words of danger come first, as in chat', async () => {
    const { json } = await tab.post('ask', { question: 'i cant go on, i want to kill myself' });
    expect(JSON.stringify(json.crisis)).toContain('116 123');
    const searched = (await tab.get('search?words=i+want+to+kill+myself')).json;
    expect(JSON.stringify(searched.crisis)).toContain('116 123');
    expect((await tab.post('ask', { question: 'Can I name my employer?' })).json).toMatchObject({
      outcome: 'answered',
      clauses: expect.arrayContaining(['6.1.2']),
      crisis: null,
    });
  });

  test('a question without an answer is kept for somebody who is signed in only, masked and without who asked', async () => {
    const gaps = async () => (await tab.casework.store.list({ kind: 'gap' })).map(({ body }) => JSON.stringify(body));
    const question = 'Does the social media policy say how many followers Jane Smith of 07700 900123 may have?';
    await tab.post('ask', { question });
    expect(await gaps()).toEqual([]);
    expect((await tab.post('ask', { question }, 'Jamie')).json.kept).toBe(true);
    expect(await gaps()).toHaveLength(1);
    expect((await gaps()).join()).not.toMatch(/07700|Jamie|00000016/);
  });
});

describe('the local run', () => {
  test('takes one’s word for who one is, among the invented people', async () => {
    expect((await local.get('me', 'Priya')).json.name).toBe('Priya Nandakumar');
    const unknown = { authorization: 'Local 99999999-0000-4000-8000-000000000000' };
    expect((await local.fetch('/tab/api/me', { headers: unknown })).status).toBe(401);
  });

  test('does not take it from another web page, nor by another name', async () => {
    const headers = await local.headersFor('Priya');
    const from = (origin: string) => local.fetch('/tab/api/me', { headers: { ...headers, origin } });
    expect((await from(local.root)).status).toBe(200);
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1'])
      expect([origin, (await from(origin)).status]).toEqual([origin, 403]);
    expect(await statusByHost(local.root, 'evil.example')).toBe(403);
  });
});

/** `fetch` does not let one say another host. */
function statusByHost(root: string, host: string): Promise<number> {
  const { port } = new URL(root);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(`GET /tab/api/policy HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`),
    );
    socket.once('data', (data) => {
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(data.toString())?.[1]));
      socket.destroy();
    });
    socket.once('error', reject);
  });
}
