import type { Activity } from 'botbuilder';
import type { Request } from '../../src/requests/request.ts';
import { readActivity } from '../../src/teams/read-activity.ts';
import { tenant } from './edge.ts';

/** Activities as Teams and the Playground sent them, cut down to what matters; people and ids are invented. */
const personal = { id: 'a:1dana', conversationType: 'personal', tenantId: tenant };
const channel = {
  id: '19:abc@thread.tacv2;messageid=1700000000000',
  conversationType: 'channel',
  isGroup: true,
  tenantId: tenant,
};
const group = { id: '19:def@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: tenant };
const bot = { id: '28:bot', name: 'Can I Post?' };

function recorded(changes: object): Activity {
  return {
    type: 'message',
    id: '1700000000001',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/uk/',
    from: { id: '29:1dana', name: 'Dana Employee', aadObjectId: '10000000-0000-4000-8000-00000000000A' },
    recipient: bot,
    conversation: personal,
    channelData: { tenant: { id: tenant } },
    ...changes,
  } as unknown as Activity;
}

const at = new Date('2026-11-23T09:00:00Z');
const readers = {
  readSentence: (text: string) => ({ heard: text }) as unknown as Request,
  readPress: (verb: string, data: unknown) => ({ verb, data }) as unknown as Request,
};
const read = (changes: object) =>
  readActivity(recorded(changes), at, readers, async (url) => new TextEncoder().encode(url));

const mention = (name: string, id = bot.id, text = `<at>${name}</at>`) => ({
  type: 'mention',
  text,
  mentioned: { id, name },
});

describe('a sentence', () => {
  test.each<[string, object, string]>([
    ['plain', { text: 'Can I post this?' }, 'Can I post this?'],
    ['with space around it', { text: '  hello \n' }, 'hello'],
    [
      'of several lines, from Windows',
      { text: 'can I post this?\r\nFirst line\r\nSecond' },
      'can I post this?\nFirst line\nSecond',
    ],
    ['none, beside a picture', { text: undefined }, ''],
    ['null', { text: null }, ''],
    [
      'in a channel, to the bot',
      { conversation: channel, text: '<at>Can I Post?</at> hello', entities: [mention('Can I Post?')] },
      'hello',
    ],
    [
      'in a channel, to the bot, with a space that does not break',
      { conversation: channel, text: '<at>Can I Post?</at>&nbsp;hello\n', entities: [mention('Can I Post?')] },
      'hello',
    ],
    [
      'in a group, to the bot at the end',
      { conversation: group, text: 'hello <at>Bot</at>', entities: [mention('Bot')] },
      'hello',
    ],
    [
      'to a bot whose name is a pattern',
      { conversation: group, text: '<at>B.t+ (HR)</at> hi', entities: [mention('B.t+ (HR)')] },
      'hi',
    ],
    [
      'about a colleague who is mentioned',
      { text: 'can I thank <at>Mona Manager</at> in public?', entities: [mention('Mona Manager', '29:mona')] },
      'can I thank Mona Manager in public?',
    ],
    ['with a mention that has a number', { text: '<at id="0">Mona</at> did well', entities: [] }, 'Mona did well'],
    ['with what only looks like a mention', { text: 'I <3 it & you < me' }, 'I <3 it & you < me'],
    [
      'in personal chat, to the bot by name',
      { text: '<at>Can I Post?</at> help', entities: [mention('Can I Post?')] },
      'help',
    ],
  ])('%s', (_name, changes, heard) => {
    expect(read(changes)?.request).toEqual({ heard });
  });
});

describe('nothing is asked', () => {
  test.each<[string, object]>([
    ['in a channel without a mention', { conversation: channel, text: 'hello everybody' }],
    ['in a group without a mention', { conversation: group, text: 'hello' }],
    [
      'in a group, to somebody else',
      { conversation: group, text: '<at>Mona</at> hi', entities: [mention('Mona', '29:mona')] },
    ],
    [
      'in a kind of conversation that is new',
      { conversation: { ...group, conversationType: 'meeting' }, text: 'hello' },
    ],
    ['by a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    ['by a change of members', { type: 'conversationUpdate', membersAdded: [bot] }],
    ['by a removal', { type: 'installationUpdate', action: 'remove' }],
    ['by somebody without an Entra identity', { from: { id: '29:guest', name: 'Guest' }, text: 'hello' }],
    ['from nowhere', { conversation: { ...personal, tenantId: undefined }, channelData: {}, text: 'hello' }],
    ['from two tenants', { channelData: { tenant: { id: 'bbbbbbbb-0000-4000-8000-000000000000' } }, text: 'hello' }],
  ])('%s', (_name, changes) => expect(read(changes)).toBeUndefined());
});

describe('a button', () => {
  const execute = (action: unknown) => ({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action, trigger: 'manual' },
  });
  test.each<[string, object, object]>([
    [
      'Action.Execute',
      execute({ type: 'Action.Execute', id: 'x', verb: 'check-draft', data: { draft: 'words', platform: 'x' } }),
      { verb: 'check-draft', data: { draft: 'words', platform: 'x' } },
    ],
    ['Action.Execute without data', execute({ type: 'Action.Execute', verb: 'help' }), { verb: 'help', data: {} }],
    [
      'Action.Submit, whose verb stands in its data',
      { value: { verb: 'check-draft', draft: 'words' } },
      { verb: 'check-draft', data: { verb: 'check-draft', draft: 'words' } },
    ],
    [
      'Action.Submit in a group, where nobody mentions a bot to press',
      { conversation: group, value: { verb: 'help' } },
      { verb: 'help' },
    ],
    ["Action.Submit of somebody else's card", { value: { action: 'buy' } }, { verb: '' }],
    ['of a kind that is not ours', { type: 'invoke', name: 'task/fetch', value: { data: {} } }, { verb: '' }],
    ['with nothing', { type: 'invoke', name: 'adaptiveCard/action' }, { verb: '' }],
  ])('%s', (_name, changes, expected) => {
    expect(read(changes)?.request).toMatchObject(expected);
  });
});

test('installing asks for a welcome, wherever; an upgrade, which reaches everybody on one day, does not', () => {
  for (const conversation of [personal, group, channel]) {
    expect(read({ type: 'installationUpdate', action: 'add', conversation })?.request).toEqual({ kind: 'welcome' });
    expect(read({ type: 'installationUpdate', action: 'add-upgrade', conversation })).toBeUndefined();
  }
});

test('who and where come from the activity, in one way of writing', () => {
  const turn = read({ text: 'hello', value: undefined });
  expect(turn).toMatchObject({
    id: '1700000000001',
    at,
    actor: { oid: '10000000-0000-4000-8000-00000000000a', tenant, channelId: '29:1dana', name: 'Dana Employee' },
    place: { conversationId: 'a:1dana', kind: 'personal', serviceUrl: 'https://smba.trafficmanager.net/uk/' },
  });
});

test('who somebody says they are in a card changes nothing', () => {
  const data = { from: { aadObjectId: 'somebody-else' }, oid: 'somebody-else', actor: { oid: 'somebody-else' } };
  const turn = read({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'x', data } } });
  expect(turn?.actor.oid).toBe('10000000-0000-4000-8000-00000000000a');
});

describe('what comes with a message', () => {
  const file = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: 'screenshot.png',
    content: { downloadUrl: 'https://example.sharepoint.com/x', fileType: 'png' },
  };
  test('files and pictures are attachments; the message as HTML and cards are not', async () => {
    const turn = read({
      text: 'evidence',
      attachments: [
        { contentType: 'text/html', content: '<p>evidence</p>' },
        { contentType: 'application/vnd.microsoft.card.adaptive', content: {} },
        file,
        { contentType: 'image/png', contentUrl: 'https://smba.trafficmanager.net/uk/v3/attachments/1' },
        { contentType: 'image/png' },
        { ...file, content: {} },
      ],
    });
    expect(turn?.attachments.map(({ name, contentType }) => [name, contentType])).toEqual([
      ['screenshot.png', file.contentType],
      ['', 'image/png'],
    ]);
    expect(new TextDecoder().decode(await turn?.attachments[0]?.download())).toBe('https://example.sharepoint.com/x');
  });

  test('is fetched once, however often it is asked for', async () => {
    let fetched = 0;
    const turn = readActivity(recorded({ text: '', attachments: [file] }), at, readers, async () => {
      fetched++;
      return new Uint8Array();
    });
    await Promise.all([turn?.attachments[0]?.download(), turn?.attachments[0]?.download()]);
    expect(fetched).toBe(1);
  });
});
