import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { AlertNotice } from '../../src/alerts/courier.ts';
import { createFeedCourier, feedTypes } from '../../src/teams/deliver-to-feed.ts';
import { own } from '../cli/app-package/sample.ts';

/** The activity feed over real HTTP, with a Graph that answers what it is told to. */
const oid = '40000000-0000-4000-8000-000000000001';
const notice: AlertNotice = {
  ...{ alertId: 'a1', reference: 'CIP-TEST0-TEST0', ask: 'A new report waits for you.' },
  ...{ for: 'staff', by: '2026-06-10T16:00:00.000Z' },
};
const seen: { url: string; headers: IncomingMessage['headers']; body: Record<string, unknown> }[] = [];
let answer: { status: number; headers?: Record<string, string> } = { status: 204 };
let server: Server;
let address = '';

beforeAll(async () => {
  server = createServer(async (request, response) => {
    seen.push({ url: request.url ?? '', headers: request.headers, body: JSON.parse(await text(request)) });
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(answer.status < 300 ? undefined : JSON.stringify({ error: { code: 'Some', message: 'words' } }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const courier = (token = async () => 'good') =>
  createFeedCourier({
    ...{ address, token, botId: '10000000-0000-4000-8000-000000000001' },
    tab: { endpoint: 'https://bot.example.org/tab', appId: 'a1b2c3d4-0000-4000-8000-000000000001' },
  });
async function deliver(told: AlertNotice, status = 204, headers: Record<string, string> = {}) {
  answer = { status, headers };
  seen.length = 0;
  return courier().deliver(oid, told);
}

test('an alert stands in the feed by reference, with a link that stays in Teams', async () => {
  expect(await deliver(notice)).toEqual({ outcome: 'delivered', messageId: null });
  const [{ url, headers, body } = { url: '', headers: {}, body: {} }] = seen;
  expect(url).toBe(`/v1.0/users/${oid}/teamwork/sendActivityNotification`);
  expect(headers.authorization).toBe('Bearer good');
  expect(body).toMatchObject({
    activityType: 'somethingWaits',
    previewText: { content: 'A new report waits for you. Wanted by 10 June 2026.' },
    templateParameters: [{ name: 'reference', value: 'CIP-TEST0-TEST0' }],
    topic: { source: 'text', webUrl: expect.stringMatching(/^https:\/\/teams\.microsoft\.com\/l\/entity\//) },
  });
});

test('a reporter is told of news, and not of a report', async () => {
  await deliver({ ...notice, for: 'reporter', ask: 'There is news for you here.', by: null });
  expect(JSON.stringify(seen[0]?.body)).not.toMatch(/report|incident|case/i);
  expect(seen[0]?.body.topic).toMatchObject({
    webUrl: expect.stringMatching(/^https:\/\/teams\.microsoft\.com\/l\/chat\//),
  });
});

test('sent twice, the second takes the place of the first; another alert does not', async () => {
  const chains = [];
  for (const alertId of ['a1', 'a1', 'a2']) {
    await deliver({ ...notice, alertId });
    chains.push(seen[0]?.body.chainId);
  }
  expect(chains[1]).toBe(chains[0]);
  expect(chains[2]).not.toBe(chains[0]);
});

test.each([
  [404, {}, { outcome: 'unreachable', reason: 'not-installed' }],
  [403, {}, { outcome: 'unreachable', reason: 'refused' }],
  [401, {}, { outcome: 'later', afterMs: null }],
  [500, {}, { outcome: 'later', afterMs: null }],
  [429, { 'retry-after': '90' }, { outcome: 'later', afterMs: 90_000 }],
])('Graph answers %d', async (status, headers, delivery) => {
  expect(await deliver(notice, status, headers as Record<string, string>)).toEqual(delivery);
});

test('without a token it is tried again later, and Graph is not asked', async () => {
  seen.length = 0;
  const none = courier(async () => Promise.reject(new Error('no token')));
  expect(await none.deliver(oid, notice)).toEqual({ outcome: 'later', afterMs: null });
  expect(seen).toEqual([]);
});

test('the manifest declares the types that are sent, with no hole but the reference', () => {
  const { activityTypes } = JSON.parse(own.manifest).activities;
  expect(activityTypes.map(({ type }: { type: string }) => type)).toEqual(Object.values(feedTypes));
  for (const { templateText } of activityTypes) expect(templateText.match(/\{\w+\}/g)).toEqual(['{reference}']);
});
