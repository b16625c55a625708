import { readPress } from '../../src/requests/read-press.ts';
import { makeReadSentence } from '../../src/requests/read-sentence.ts';
import { oidOf, openWorld, organisation, type World } from '../requests/world.ts';
import { activity, type Edge, tenant as edgeTenant, press, startEdge } from './edge.ts';
import { outboundToken, startGuardedEdge } from './guarded-edge.ts';

/** Group chats and channels: the policy is talked about there, and everything else in the chat with one person alone. */
let world: World;
let edge: Edge;
beforeEach(async () => {
  world = await openWorld();
  edge = await startEdge({ answer: world.answer, readSentence: makeReadSentence(organisation), readPress });
});
afterEach(async () => {
  await edge.stop();
  await world.close();
});

const tenant = organisation.people[0]?.tenant ?? '';
const from = { id: '29:asha', name: 'Asha Okafor', aadObjectId: oidOf('asha') };
const inTenant = { from, channelData: { tenant: { id: tenant } } };
const personal = { ...inTenant, conversation: { id: 'a:asha-alone', conversationType: 'personal', tenantId: tenant } };
const places = {
  channel: { id: '19:abc@thread.tacv2;messageid=17', conversationType: 'channel', isGroup: true, tenantId: tenant },
  'group chat': { id: '19:def@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: tenant },
} as const;
type PlaceName = keyof typeof places;

const bot = '28:11111111-2222-4333-8444-555555555555';
const mention = { type: 'mention', text: '<at>Can I Post?</at>', mentioned: { id: bot, name: 'Can I Post?' } };
const say = (place: PlaceName, text: string) =>
  edge.post(
    activity(edge.connector, {
      ...inTenant,
      ...{ conversation: places[place], text: `<at>Can I Post?</at> ${text}`, entities: [mention] },
    }),
  );
const pressIn = (place: PlaceName, verb: string, data: object = {}) =>
  edge.post(press(edge.connector, verb, data, { ...inTenant, conversation: places[place] }));

/** Has Asha open her own chat with the bot, as adding the app does. */
async function addApp(): Promise<void> {
  await edge.post(activity(edge.connector, { ...personal, type: 'installationUpdate', action: 'add' }));
  edge.connector.calls.length = 0;
}

/** What was sent where: the words of every card, by conversation. */
function sent(): readonly { readonly to: 'in public' | 'alone' | 'begin'; readonly words: string }[] {
  return edge.connector.calls.map(({ url, body }) => {
    if (/conversations\/?$/.test(url)) return { to: 'begin', words: '' };
    const id = decodeURIComponent(/conversations\/([^/]+)/.exec(url)?.[1] ?? '');
    return { to: id.startsWith('19:') ? 'in public' : 'alone', words: JSON.stringify(body.attachments?.[0]?.content) };
  });
}
const wordsTo = (whom: 'in public' | 'alone') =>
  sent()
    .filter(({ to }) => to === whom)
    .map(({ words }) => words)
    .join('\n');

describe.each(Object.keys(places) as PlaceName[])('in a %s', (place) => {
  test('a policy question is answered where it was asked', async () => {
    await addApp();
    await say(place, 'can I say where I work on Instagram?');
    expect(sent().map(({ to }) => to)).toEqual(['in public']);
    expect(wordsTo('in public')).toContain('6.1.2');
  });

  test.each([
    ['a draft', 'can I post this? "Dave the porter is a lazy idiot"', 'lazy idiot'],
    ['a report', 'someone is bullying me on Facebook', 'Who reads it'],
    ['own reports', 'my reports', 'report'],
    ['own incidents', 'my incidents', 'incident'],
    ['advice', 'I am in tears and scared to go to work', 'starts no formal process'],
    ['a request for data', 'what data do you hold on me?', 'what is held about you'],
  ])('%s is answered alone, and the place sees why and nothing else', async (_name, text, answered) => {
    await addApp();
    await say(place, text);
    expect(sent().map(({ to }) => to)).toEqual(['alone', 'in public']);
    expect(wordsTo('alone')).toContain(answered);
    expect(wordsTo('in public')).toContain('Others read along here');
    expect(wordsTo('in public')).toContain('I have written to you in our own chat');
    expect(wordsTo('in public')).not.toMatch(/Dave|idiot|bully|Facebook|tears|Who reads|hold|crisis|999/i);
  });

  test('words of danger bring help alone, and the place sees what it sees for a draft', async () => {
    await addApp();
    await say(place, 'check a draft');
    const ordinary = wordsTo('in public');
    edge.connector.calls.length = 0;
    await say(place, 'I want to kill myself');
    expect(sent().map(({ to }) => to)).toEqual(['alone', 'in public']);
    expect(wordsTo('alone')).toContain('116 123');
    expect(wordsTo('in public')).toBe(ordinary);
  });

  test('words of danger get help where they were said if there is no other way', async () => {
    edge.connector.plan.push({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    await say(place, 'I want to kill myself');
    expect(wordsTo('in public')).toContain('116 123');
  });

  test('danger in a policy question brings help alone, and the answer', async () => {
    await addApp();
    await say(place, 'he says he will kill me tonight, what does the policy say about bullying?');
    expect(wordsTo('alone')).toContain('116 123');
    expect(wordsTo('in public')).not.toContain('116 123');
  });

  test('who has not added the app is asked for a chat, which is remembered', async () => {
    edge.connector.plan.push({ status: 201, body: { id: 'a:asha-begun' } });
    await say(place, 'my reports');
    const [begun, alone] = edge.connector.calls;
    expect(begun?.url).toMatch(/\/v3\/conversations$/);
    expect(begun?.body).toMatchObject({
      isGroup: false,
      bot: { id: bot },
      members: [{ id: '29:asha' }],
      tenantId: tenant,
    });
    expect(begun?.body.members).toHaveLength(1);
    expect(alone?.url).toContain('a%3Aasha-begun');
    expect(edge.store.records.get(`conversation/${oidOf('asha')}`)?.body).toMatchObject({
      conversationId: 'a:asha-begun',
    });
  });

  test('a chat that is gone is begun again', async () => {
    await addApp();
    edge.connector.plan.push({ status: 404, body: { error: { code: 'ConversationNotFound' } } });
    edge.connector.plan.push({ status: 201, body: { id: 'a:asha-again' } });
    await say(place, 'my reports');
    expect(edge.connector.calls.map(({ url }) => decodeURIComponent(url).split('?')[0])).toEqual([
      expect.stringContaining('a:asha-alone'),
      expect.stringMatching(/\/conversations$/),
      expect.stringContaining('a:asha-again'),
      expect.stringContaining('19:'),
    ]);
  });

  test('who cannot be reached is told how to reach me, and nothing of theirs is shown', async () => {
    edge.connector.plan.push({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    await say(place, 'can I post this? "Dave the porter is a lazy idiot"');
    expect(wordsTo('in public')).toContain('Open a chat with me alone');
    expect(wordsTo('in public')).not.toMatch(/Dave|idiot|I have written/);
  });

  test('a pressed button is answered with a line that nobody else sees', async () => {
    await addApp();
    const { json } = await pressIn(place, 'open-check-form');
    expect(json).toMatchObject({
      type: 'application/vnd.microsoft.activity.message',
      value: expect.stringContaining('I have written to you in our own chat'),
    });
    expect(sent().map(({ to }) => to)).toEqual(['alone']);
  });

  test.each([
    ['file-report', { level: 'named', nonce: 'n'.repeat(20), happened: 'He did it', when: 'today', safeNow: 'yes' }],
    ['withdraw-report', { reference: 'CIP-00000-00000' }],
    ['recuse', { reference: 'CIP-00000-00000' }],
  ])('%s changes nothing from there', async (verb, data) => {
    await addApp();
    await pressIn(place, verb, data);
    expect(await world.store.list({ kind: 'incident' })).toEqual([]);
    expect(wordsTo('in public')).toContain('Open a chat with me alone');
  });

  test('the bot greets once on being added, names who added it, and writes to no member', async () => {
    const added = { ...inTenant, conversation: places[place] };
    await edge.post(
      activity(edge.connector, {
        ...{ ...added, type: 'conversationUpdate' },
        membersAdded: [{ id: bot }, { id: '29:asha' }, { id: '29:tom' }],
      }),
    );
    await edge.post(activity(edge.connector, { ...added, type: 'installationUpdate', action: 'add' }));
    expect(sent().map(({ to }) => to)).toEqual(['in public']);
    expect(wordsTo('in public')).toContain('Asha Okafor added me');
    expect(wordsTo('in public')).toContain('Mention me');
  });

  test('members who join later are not written to, and an update greets nobody', async () => {
    const there = { ...inTenant, conversation: places[place] };
    await edge.post(
      activity(edge.connector, { ...there, type: 'conversationUpdate', membersAdded: [{ id: '29:tom' }] }),
    );
    await edge.post(activity(edge.connector, { ...there, type: 'installationUpdate', action: 'add-upgrade' }));
    expect(edge.connector.calls).toEqual([]);
  });

  test.each(['help', 'hi', 'hello', 'thanks'])('%s gets an answer there', async (text) => {
    await addApp();
    await say(place, text);
    expect(sent().map(({ to }) => to)).toEqual(['in public']);
  });
});

test('what is said without a mention is not read', async () => {
  await edge.post(activity(edge.connector, { ...inTenant, conversation: places.channel, text: 'can I post this?' }));
  expect(edge.connector.calls).toEqual([]);
});

test('alone, the greeting is the welcome with its three jobs', async () => {
  await edge.post(activity(edge.connector, { ...personal, type: 'installationUpdate', action: 'add' }));
  expect(wordsTo('alone')).toContain('I can do three things');
});

test('deployed, a chat is begun with the token of the bot', async () => {
  const guarded = await startGuardedEdge({
    answer: world.answer,
    readSentence: makeReadSentence(organisation),
    readPress,
  });
  try {
    guarded.connector.plan.push({ status: 201, body: { id: 'a:asha-begun' } });
    const conversation = { ...places.channel, tenantId: edgeTenant };
    const asked = { from, channelData: { tenant: { id: edgeTenant } }, conversation };
    const text = '<at>Can I Post?</at> check a draft';
    const authorization = `Bearer ${await guarded.token()}`;
    await guarded.post(activity(guarded.connector, { ...asked, text, entities: [mention] }), { authorization });
    expect(guarded.connector.calls.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill(outboundToken));
    expect(guarded.connector.calls[1]?.url).toContain('a%3Aasha-begun');
  } finally {
    await guarded.stop();
  }
});
