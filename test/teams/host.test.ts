import { gzipSync } from 'node:zlib';
import { activity, type Edge, startEdge } from './edge.ts';
import { type GuardedEdge, startGuardedEdge } from './guarded-edge.ts';
import { head, sendRaw } from './raw-http.ts';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.stop());
beforeEach(() => {
  edge.turns.length = 0;
});

const json = 'application/json';
const good = () => JSON.stringify(activity(edge.connector, { text: 'hello' }));
const send = (body: string | Buffer, headers: Record<string, string> = { 'content-type': json }) =>
  sendRaw(edge.url, [
    head(edge.url, { connection: 'close', 'content-length': Buffer.byteLength(body), ...headers }),
    body,
  ]);
const nest = (levels: number) => `${good().slice(0, -1)},"value":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
const padded = (size: number) => `${good().slice(0, -1)},"pad":"${'x'.repeat(size - Buffer.byteLength(good()) - 9)}"}`;

describe('a body', () => {
  test.each<[string, number, () => string | Buffer, Record<string, string>?]>([
    ['in order', 200, good],
    ['with a charset', 200, good, { 'content-type': 'application/json; charset=utf-8' }],
    ['with a byte order mark', 200, () => `\ufeff${good()}`],
    ['of just under 256 KiB', 200, () => padded(255 * 1024)],
    ['of 40 levels', 200, () => nest(40)],
    ['of 41 levels', 400, () => nest(41)],
    ['of 120,000 levels', 400, () => nest(120_000)],
    ['that is empty', 400, () => ''],
    ['that is no JSON', 400, () => '{"type":"message"'],
    ['that is a list', 400, () => `[${good()}]`],
    ['that is null', 400, () => 'null'],
    ['that is a number', 400, () => '7'],
    ['with a key that reaches for the prototype', 400, () => good().replace('{', '{"__proto__":{"admin":true},')],
    ['with that key written in escapes', 400, () => good().replace('{', '{"\\u005f_proto__":{"admin":true},')],
    ['with that key deep inside', 400, () => good().replace('"channelData":{', '"channelData":{"__proto__":{},')],
    ['with words about that key', 200, () => good().replace('hello', 'what is \\"__proto__\\": {}?')],
    [
      'that is not UTF-8',
      400,
      () => Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]),
    ],
    ['of another type', 415, good, { 'content-type': 'text/plain' }],
    ['of a form', 415, good, { 'content-type': 'multipart/form-data; boundary=x' }],
    ['of a type that only starts right', 415, good, { 'content-type': 'application/json-patch' }],
    ['of another charset', 415, good, { 'content-type': 'application/json; charset=utf-16' }],
    ['of no type', 415, good, {}],
    ['in gzip', 415, () => gzipSync(good()), { 'content-type': json, 'content-encoding': 'gzip' }],
    ['that says gzip and is not', 415, good, { 'content-type': json, 'content-encoding': 'gzip' }],
    ['that says brotli', 415, good, { 'content-type': json, 'content-encoding': 'br' }],
    ['of 300 KiB', 413, () => padded(300 * 1024)],
  ])('%s: %i', async (_name, status, body, headers = { 'content-type': json }) => {
    expect((await send(body(), headers)).status).toBe(status);
    expect(edge.turns).toHaveLength(status === 200 ? 1 : 0);
  });

  test('in pieces without a length is read, and no further than 256 KiB', async () => {
    const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
    const chunked = head(edge.url, { 'content-type': json, 'transfer-encoding': 'chunked', connection: 'close' });
    const body = good();
    expect(
      (await sendRaw(edge.url, [chunked, chunk(body.slice(0, 30)), chunk(body.slice(30)), '0\r\n\r\n'])).status,
    ).toBe(200);
    const endless = Array.from({ length: 10 }, () => chunk('x'.repeat(64 * 1024)));
    expect((await sendRaw(edge.url, [chunked, ...endless])).status).toBe(413);
  });

  test('that breaks off is dropped, and the server goes on', async () => {
    const announced = head(edge.url, { 'content-type': json, 'content-length': 500 });
    await sendRaw(edge.url, [announced, '{"type":'], { hangUp: true });
    expect(edge.turns).toEqual([]);
    expect((await send(good())).status).toBe(200);
  });
});

describe('a request', () => {
  test.each<[string, number, string]>([
    ['for nothing that is there', 404, 'GET /admin HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n'],
    ['for the root', 404, 'GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n'],
    ['of another method', 405, 'GET /api/messages HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n'],
    ['up and out of the tree', 404, 'GET /../../etc/passwd HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n'],
    ['with a broken escape', 404, 'GET /%ff%zz HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n'],
    ['that is not HTTP', 400, 'hello\r\n\r\n'],
    [
      'with two lengths',
      400,
      'POST /api/messages HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello',
    ],
    [
      'with a length and in pieces',
      400,
      'POST /api/messages HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['with 40 KiB of headers', 431, `GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`],
  ])('%s: %i, and no word of what is inside', async (_name, status, bytes) => {
    const answer = await sendRaw(edge.url, [bytes]);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toMatch(/restify|node|stack|passwd|admin|\/src\//i);
  });

  test('to switch to another protocol is hung up on', async () => {
    const bytes = 'GET /api/messages HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n';
    expect(await sendRaw(edge.url, [bytes])).toMatchObject({ status: 0, text: '' });
  });

  test('after another on the same connection is answered too', async () => {
    const one = (connection: string) => {
      const body = good();
      return head(edge.url, { connection, 'content-type': json, 'content-length': Buffer.byteLength(body) }) + body;
    };
    expect((await sendRaw(edge.url, [one('keep-alive'), one('close')])).statuses).toEqual([200, 200]);
  });

  test('after a refused one on the same connection is not taken out of its body', async () => {
    const hidden = head(edge.url, { 'content-type': json, 'content-length': Buffer.byteLength(good()) }) + good();
    const outer =
      head(edge.url, { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(hidden) }) + hidden;
    expect((await sendRaw(edge.url, [outer])).statuses).toEqual([415]);
    expect(edge.turns).toEqual([]);
  });

  test.each([
    ['by another name, as a page of a rebound name would', { host: 'evil.example' }],
    ['by the name of a neighbour', { host: '127.0.0.1.evil.example:3978' }],
    ['from a web page', { origin: 'https://evil.example' }],
    ['from a page of nowhere', { origin: 'null' }],
  ])('of the local run %s is refused', async (_name, headers) => {
    const body = good();
    const bytes = head(edge.url, {
      'content-type': json,
      'content-length': body.length,
      connection: 'close',
      ...headers,
    });
    expect((await sendRaw(edge.url, [bytes, body])).status).toBe(403);
    expect(edge.turns).toEqual([]);
  });
});

describe('who has no token', () => {
  let guarded: GuardedEdge;
  beforeAll(async () => {
    guarded = await startGuardedEdge();
  });
  afterAll(() => guarded.stop());

  test('is refused before a byte of the body was read', async () => {
    const announced = head(guarded.url, { 'content-type': json, 'content-length': 200_000 });
    expect((await sendRaw(guarded.url, [announced])).status).toBe(401);
  });

  test('is not asked to go on with it either', async () => {
    const announced = head(guarded.url, { 'content-type': json, 'content-length': 200_000, expect: '100-continue' });
    expect((await sendRaw(guarded.url, [announced])).statuses).toEqual([401]);
  });

  test('and who has one is', async () => {
    const body = JSON.stringify(activity(guarded.connector, { text: 'hello' }));
    const bytes = head(guarded.url, {
      authorization: `Bearer ${await guarded.token()}`,
      'content-type': json,
      'content-length': Buffer.byteLength(body),
      expect: '100-continue',
      connection: 'close',
    });
    expect((await sendRaw(guarded.url, [bytes, body])).statuses).toEqual([100, 200]);
  });
});

describe('closing', () => {
  const slowEdge = (ms: number) =>
    startEdge({
      answer: async () => {
        await new Promise((done) => setTimeout(done, ms).unref());
        return [];
      },
    });

  test('answers what is in flight, says so on the connection, and takes nothing new', async () => {
    const slow = await slowEdge(300);
    const body = JSON.stringify(activity(slow.connector, { text: 'in flight' }));
    const bytes = head(slow.url, { 'content-type': json, 'content-length': Buffer.byteLength(body) });
    const inFlight = sendRaw(slow.url, [bytes, body]);
    await new Promise((done) => setTimeout(done, 100));
    const closed = slow.server.close(5_000);
    const answer = await inFlight;
    expect(answer.status).toBe(200);
    expect(answer.text.toLowerCase()).toContain('connection: close');
    await closed;
    expect((await sendRaw(slow.url, [bytes, body])).status).toBe(0);
    await slow.connector.close();
  });

  test('does not wait for ever for a turn that never ends', async () => {
    const stuck = await slowEdge(60_000);
    const body = JSON.stringify(activity(stuck.connector, { text: 'stuck' }));
    const bytes = head(stuck.url, { 'content-type': json, 'content-length': Buffer.byteLength(body) });
    const inFlight = sendRaw(stuck.url, [bytes, body]);
    await new Promise((done) => setTimeout(done, 100));
    await stuck.server.close(200);
    expect((await inFlight).status).toBe(0);
    await stuck.connector.close();
  });

  test('does not wait for connections on which nobody says anything', async () => {
    const quiet = await slowEdge(0);
    const idle = sendRaw(quiet.url, ['']);
    const half = sendRaw(quiet.url, [head(quiet.url, { 'content-type': json, 'content-length': 10 }), '{']);
    await new Promise((done) => setTimeout(done, 100));
    await quiet.server.close(300);
    expect([(await idle).status, (await half).status]).toEqual([0, 0]);
    await quiet.connector.close();
  });
});
