import type { AlertNotice } from '../../src/alerts/courier.ts';
import { alertCard } from '../../src/cards/alert.ts';
import { activity, tenant } from './edge.ts';
import { type GuardedEdge, outboundToken, startGuardedEdge } from './guarded-edge.ts';

const channel = '19:casework@thread.tacv2';
const mona = '10000000-0000-4000-8000-000000000002';
const priya = '10000000-0000-4000-8000-000000000005';
const notice: AlertNotice = {
  ...{ alertId: 'alert-1', reference: 'CIP-7Q4K9-3VMT2', ask: 'A new report waits for you.' },
  ...{ for: 'staff', by: '2026-11-25T17:00:00.000Z' },
};
const refused = { outcome: 'unreachable', reason: 'refused' };

/** Those who may know of the incident; what was asked about them. */
let known: readonly string[];
let asked: [string, readonly string[]][];
const caseworkChannel = {
  id: channel,
  mayAllKnow: async (reference: string, oids: readonly string[]) => {
    asked.push([reference, oids]);
    return oids.every((oid) => known.includes(oid));
  },
};
let edge: GuardedEdge;
beforeAll(async () => {
  edge = await startGuardedEdge({ caseworkChannel });
});
afterAll(() => edge.stop());
beforeEach(() => {
  [known, asked] = [[mona, priya], []];
  edge.connector.plan.length = 0;
  edge.pass(60);
});

async function somebodyWrites() {
  const hello = activity(edge.connector, {
    text: 'hello',
    conversation: { id: 'a:dana', conversationType: 'personal', tenantId: tenant },
  });
  await edge.post(hello, { authorization: `Bearer ${await edge.token()}` });
  edge.connector.calls.length = 0;
}

const members = (...oids: (string | undefined)[]) => ({
  status: 200,
  body: { members: oids.map((aadObjectId, at) => ({ id: `29:${at}`, name: `Person ${at}`, aadObjectId })) },
});
const deliver = (one = notice) => edge.server.channelCourier?.deliver(mona, one);
const posted = () => edge.connector.calls.filter(({ method }) => method === 'POST');

test('an alert goes to the channel, says no more than in a chat, and can be renewed there', async () => {
  await somebodyWrites();
  edge.connector.plan.push(members(mona.toUpperCase(), priya));
  expect(await deliver()).toMatchObject({ outcome: 'delivered' });
  expect(asked).toEqual([[notice.reference, [mona, priya]]]);
  const [post] = posted();
  expect(decodeURIComponent(post?.url ?? '')).toBe(`/teams/v3/conversations/${channel}/activities`);
  expect(post?.headers.authorization).toBe(outboundToken);
  expect(post?.body.summary).toBe('A new report waits for you.');
  expect(JSON.stringify(post?.body)).toContain(notice.reference);
  expect(JSON.stringify(post?.body)).not.toContain(mona);
  edge.connector.plan.push(members(mona, priya));
  const moved = alertCard({ ...notice, ask: 'This has moved on.' });
  await edge.server.replaceInChannel(notice.reference, 'sent-2', moved);
  expect(edge.connector.calls.at(-1)).toMatchObject({ method: 'PUT' });
  expect(decodeURIComponent(edge.connector.calls.at(-1)?.url ?? '')).toContain(`${channel}/activities/sent-2`);
});

test('a card in the channel stays as it was once somebody reads along who must not know', async () => {
  await somebodyWrites();
  edge.connector.plan.push(members(mona, '10000000-0000-4000-8000-000000000004'));
  await edge.server.replaceInChannel(notice.reference, 'sent-2', alertCard(notice));
  expect(edge.connector.calls.map(({ method }) => method)).toEqual(['GET']);
});

test.each<[string, readonly (string | undefined)[]]>([
  ['somebody who must not know of the incident', [mona, '10000000-0000-4000-8000-000000000004']],
  ['a guest whom nobody knows', [mona, undefined]],
])('nothing is said where %s reads along', async (_who, oids) => {
  await somebodyWrites();
  edge.connector.plan.push(members(...oids));
  expect(await deliver()).toEqual(refused);
  expect(posted()).toEqual([]);
});

test('what is for the reporter never goes there, nor is anybody asked', async () => {
  await somebodyWrites();
  expect(await deliver({ ...notice, for: 'reporter' })).toEqual(refused);
  expect(edge.connector.calls).toEqual([]);
});

test('members on a later page count too', async () => {
  await somebodyWrites();
  const first = members(mona);
  edge.connector.plan.push({ ...first, body: { ...first.body, continuationToken: 'more' } });
  edge.connector.plan.push(members('10000000-0000-4000-8000-000000000004'));
  expect(await deliver()).toEqual(refused);
  expect(asked[0]?.[1]).toHaveLength(2);
});

test('while no address of the service is known, the next way is taken', async () => {
  const silent = await startGuardedEdge({ caseworkChannel });
  const delivery = await silent.server.channelCourier?.deliver(mona, notice);
  await silent.stop();
  expect(delivery).toEqual({ outcome: 'unreachable', reason: 'not-installed' });
});

test.each([
  [
    'the app is not in the team',
    { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } },
    { outcome: 'unreachable', reason: 'not-installed' },
  ],
  ['the channel is gone', { status: 404 }, { outcome: 'unreachable', reason: 'gone' }],
  ['Teams is busy', { status: 429, headers: { 'retry-after': '30' } }, { outcome: 'later', afterMs: 30_000 }],
])('%s', async (_what, answer, expected) => {
  await somebodyWrites();
  edge.connector.plan.push(answer);
  expect(await deliver()).toEqual(expected);
});
