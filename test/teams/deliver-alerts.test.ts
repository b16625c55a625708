import type { AlertNotice } from '../../src/alerts/courier.ts';
import { activity, type Edge, startEdge, tenant } from './edge.ts';
import type { PlannedAnswer } from './fake-connector.ts';
import { type GuardedEdge, outboundToken, startGuardedEdge } from './guarded-edge.ts';

const mona = '10000000-0000-4000-8000-000000000002';
const notice: AlertNotice = {
  alertId: 'alert-1',
  reference: 'CIP-7Q4K-93XM',
  ask: 'A new report waits for you.',
  for: 'staff',
  by: '2026-11-25T17:00:00.000Z',
};

describe('a deployed courier', () => {
  let edge: GuardedEdge;
  beforeAll(async () => {
    edge = await startGuardedEdge();
  });
  afterAll(() => edge.stop());
  beforeEach(async () => {
    // A conversation of its own for every test, so that what one sends does not count for another.
    await edge.post(monaWrites(), { authorization: `Bearer ${await edge.token()}` });
    edge.connector.calls.length = 0;
    edge.connector.plan.length = 0;
  });

  let chats = 0;
  function monaWrites(changes: object = {}) {
    chats++;
    return activity(edge.connector, {
      from: { id: '29:mona', name: 'Mona Manager', aadObjectId: mona },
      conversation: { id: `a:mona-${chats}`, conversationType: 'personal', tenantId: tenant },
      text: 'hello',
      ...changes,
    });
  }

  test("sends the card where the person was last heard, with the bot's own token, and nothing but the ask as preview", async () => {
    const delivery = await edge.server.courier.deliver(mona, notice);
    expect(delivery).toEqual({ outcome: 'delivered', messageId: 'sent-1' });
    const [call] = edge.connector.calls;
    expect(call?.url).toBe(`/teams/v3/conversations/a%3Amona-${chats}/activities`);
    expect(call?.headers.authorization).toBe(outboundToken);
    expect(call?.body.summary).toBe('A new report waits for you.');
    expect(call?.body.text).toBeUndefined();
    expect(JSON.stringify(call?.body.attachments)).toContain('CIP-7Q4K-93XM');
  });

  const teamsBlock = (subCode: string) => ({ errorCode: 209, message: JSON.stringify({ subCode, details: 'words' }) });
  test.each<[string, PlannedAnswer, object, 'kept' | 'forgotten']>([
    [
      'blocked by the person, as Teams says it',
      { status: 403, body: teamsBlock('MessageWritesBlocked') },
      { outcome: 'unreachable', reason: 'blocked' },
      'kept',
    ],
    [
      'blocked by the person, as the connector says it',
      { status: 403, body: { error: { code: 'MessageWritesBlocked', message: 'x' } } },
      { outcome: 'unreachable', reason: 'blocked' },
      'kept',
    ],
    [
      'not installed',
      { status: 403, body: { error: { code: 'BotNotInConversationRoster', message: 'x' } } },
      { outcome: 'unreachable', reason: 'not-installed' },
      'forgotten',
    ],
    ['forbidden without a reason', { status: 403 }, { outcome: 'unreachable', reason: 'refused' }, 'kept'],
    [
      'a conversation that is gone',
      { status: 404, body: { error: { code: 'ConversationNotFound', message: 'x' } } },
      { outcome: 'unreachable', reason: 'gone' },
      'forgotten',
    ],
    ['too big', { status: 413 }, { outcome: 'unreachable', reason: 'refused' }, 'kept'],
    ['malformed', { status: 400 }, { outcome: 'unreachable', reason: 'refused' }, 'kept'],
    ['our own token refused', { status: 401 }, { outcome: 'later', afterMs: null }, 'kept'],
    [
      'throttled with a pause in seconds',
      { status: 429, headers: { 'retry-after': '17' } },
      { outcome: 'later', afterMs: 17_000 },
      'kept',
    ],
    [
      'throttled with a pause as a date',
      { status: 429, headers: { 'retry-after': 'Mon, 23 Nov 2026 09:00:40 GMT' } },
      { outcome: 'later', afterMs: 40_000 },
      'kept',
    ],
    [
      'throttled with nonsense',
      { status: 429, headers: { 'retry-after': 'soon' } },
      { outcome: 'later', afterMs: null },
      'kept',
    ],
    ['throttled without a word', { status: 429 }, { outcome: 'later', afterMs: null }, 'kept'],
    ['a precondition that failed', { status: 412 }, { outcome: 'later', afterMs: null }, 'kept'],
    ['a fault of the connector', { status: 500 }, { outcome: 'later', afterMs: null }, 'kept'],
    ['a bad gateway', { status: 502 }, { outcome: 'later', afterMs: null }, 'kept'],
    [
      'down for maintenance',
      { status: 503, headers: { 'retry-after': '120' } },
      { outcome: 'later', afterMs: 120_000 },
      'kept',
    ],
  ])('%s', async (_name, answer, delivery, conversation) => {
    edge.connector.plan.push(answer);
    expect(await edge.server.courier.deliver(mona, notice)).toEqual(delivery);
    // A second POST would be a second message: repeating is the outbox's to decide.
    expect(edge.connector.calls).toHaveLength(1);
    expect(edge.store.records.has(`conversation/${mona}`)).toBe(conversation === 'kept');
  });

  test("a redirect is not followed, so the bot's token goes nowhere else", async () => {
    const { startFakeConnector } = await import('./fake-connector.ts');
    const trap = await startFakeConnector();
    for (const status of [301, 302, 307, 308]) {
      edge.connector.plan.push({ status, headers: { location: `${trap.url}v3/conversations/x/activities` } });
      expect((await edge.server.courier.deliver(mona, notice)).outcome).not.toBe('delivered');
    }
    expect(trap.calls).toEqual([]);
    await trap.close();
  });

  test('somebody who never installed the app cannot be reached', async () => {
    const nobody = '10000000-0000-4000-8000-0000000000ff';
    expect(await edge.server.courier.deliver(nobody, notice)).toEqual({
      outcome: 'unreachable',
      reason: 'not-installed',
    });
    expect(edge.connector.calls).toEqual([]);
  });

  test('an address that was put into the store by other means is not sent to', async () => {
    const { startFakeConnector } = await import('./fake-connector.ts');
    const trap = await startFakeConnector();
    const record = edge.store.records.get(`conversation/${mona}`);
    const body = { ...(record?.body as object), serviceUrl: trap.url };
    edge.store.records.set(`conversation/${mona}`, { ...record, body } as never);
    expect(await edge.server.courier.deliver(mona, notice)).toEqual({ outcome: 'unreachable', reason: 'refused' });
    expect(trap.calls).toEqual([]);
    await trap.close();
  });

  test('the eighth message in a second to one conversation waits, and goes when its time has come', async () => {
    for (let count = 0; count < 7; count++)
      expect((await edge.server.courier.deliver(mona, notice)).outcome).toBe('delivered');
    expect(await edge.server.courier.deliver(mona, notice)).toEqual({ outcome: 'later', afterMs: 1_000 });
    expect(edge.connector.calls).toHaveLength(7);
    edge.pass(1);
    expect((await edge.server.courier.deliver(mona, notice)).outcome).toBe('delivered');
  });
});

describe('the courier of the local run', () => {
  let edge: Edge;
  beforeAll(async () => {
    edge = await startEdge({ nameOf: (oid) => (oid === mona ? 'Mona Manager' : 'somebody') });
  });
  afterAll(() => edge.stop());

  test('waits for the chat client to be opened', async () => {
    expect(await edge.server.courier.deliver(mona, notice)).toEqual({ outcome: 'later', afterMs: 5_000 });
  });

  test("brings everybody's alerts to the one person there, and says whom they went to", async () => {
    await edge.post(activity(edge.connector, { text: 'hello' }));
    edge.connector.calls.length = 0;
    expect((await edge.server.courier.deliver(mona, notice)).outcome).toBe('delivered');
    const [call] = edge.connector.calls;
    expect(call?.url).toContain('a%3Apersonal-dana');
    expect(JSON.stringify(call?.body.attachments)).toContain('Mona Manager');
  });
});
