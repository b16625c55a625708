import { readPress } from '../../src/requests/read-press.ts';
import { makeReadSentence } from '../../src/requests/read-sentence.ts';
import { oidOf, openWorld, organisation, type World } from '../requests/world.ts';
import { activity, type Edge, startEdge } from './edge.ts';

/** Message actions, the search box and dialogs, with the shapes of Microsoft's documentation, through the real edge. */
let world: World;
let edge: Edge;
beforeAll(async () => {
  world = await openWorld();
  edge = await startEdge({ answer: world.answer, readSentence: makeReadSentence(organisation), readPress });
});
afterAll(async () => {
  await edge.stop();
  await world.close();
});
beforeEach(() => {
  edge.connector.calls.length = 0;
});

const tenant = organisation.people[0]?.tenant ?? '';
const channel = {
  isGroup: true,
  conversationType: 'channel',
  id: '19:6decf5@thread.skype;messageid=1611060744833',
  tenantId: tenant,
};
/** A chat of two people, in which the bot is nobody: "personal" all the same. */
const twoPeople = { conversationType: 'personal', id: '19:aaa_bbb@unq.gbl.spaces', tenantId: tenant };
const asha = { id: '29:asha', name: 'Asha Okafor', aadObjectId: oidOf('asha') };
const link = 'https://teams.microsoft.com/l/message/19:6decf5@thread.skype/1611060744833';

const message = (changes: object = {}) => ({
  linkToMessage: link,
  id: '1611060744833',
  replyToId: null,
  createdDateTime: '2026-11-19T12:52:24.833Z',
  lastModifiedDateTime: null,
  deleted: false,
  importance: 'normal',
  locale: 'en-us',
  body: {
    contentType: 'html',
    content: '<div><div>Asha is <b>useless</b> &amp; everybody knows<br>**sack** her</div>\n</div>',
  },
  from: {
    device: null,
    conversation: null,
    user: { userIdentityType: 'aadUser', id: oidOf('tom'), displayName: 'Tom Ashdown' },
    application: null,
  },
  reactions: [],
  mentions: [],
  attachments: [],
  ...changes,
});

interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the shapes are what is tested
  readonly json: any;
}

async function invoke(name: string, value: unknown, changes: object = {}): Promise<Answered> {
  const sent = {
    type: 'invoke',
    name,
    value,
    from: asha,
    conversation: channel,
    channelData: { tenant: { id: tenant }, source: { name: 'message' } },
  };
  const { status, json } = await edge.post(activity(edge.connector, { ...sent, ...changes }));
  return { status, json };
}

const choose = (commandId: string, messagePayload: unknown, changes: object = {}) =>
  invoke(
    'composeExtension/fetchTask',
    { commandId, commandContext: 'message', requestId: '7f7d', messagePayload, context: { theme: 'default' } },
    changes,
  );

const submit = (data: unknown, commandId = 'report-message') =>
  invoke('composeExtension/submitAction', { commandId, commandContext: 'message', data, context: { theme: 'dark' } });

/** Presses a button of the dialog as Teams does: its data, with what stands in the inputs. */
async function press({ json }: Answered, title: string, typed: object = {}): Promise<Answered> {
  const card = json.task.value.card.content;
  const action = nodes(card).find((node) => node.type === 'Action.Submit' && node.title === title);
  if (action === undefined) throw new Error(`no button ${title} in ${JSON.stringify(card)}`);
  const inputs = Object.fromEntries(
    nodes(card)
      .filter(({ type }) => String(type).startsWith('Input.'))
      .map(({ id, value }) => [id, value ?? '']),
  );
  return submit({ ...inputs, ...action.data, ...typed });
}

// biome-ignore lint/suspicious/noExplicitAny: cards are trees of anything
function nodes(node: any): any[] {
  if (typeof node !== 'object' || node === null) return [];
  return [...(Array.isArray(node) ? [] : [node]), ...Object.values(node).flatMap(nodes)];
}
const wordsOf = ({ json }: Answered): string => JSON.stringify(json);

describe('"Check this post"', () => {
  test('shows the verdict on the words of the message, in a dialog and nowhere else', async () => {
    const verdict = await choose('check-post', message());
    expect(verdict).toMatchObject({
      status: 200,
      json: {
        task: {
          type: 'continue',
          value: { title: 'Can I Post?', card: { contentType: 'application/vnd.microsoft.card.adaptive' } },
        },
      },
    });
    expect(wordsOf(verdict)).toContain('useless');
    expect(wordsOf(verdict)).not.toContain('<b>');
    expect(edge.connector.calls).toEqual([]);
  });

  test('says that it could not look at the pictures', async () => {
    const body = { contentType: 'html', content: '<p>Great day</p><img src="https://graph.example.org/hosted/1">' };
    expect(wordsOf(await choose('check-post', message({ body })))).toMatch(
      /What I could not check.*(?:picture|image)/is,
    );
  });

  test('has a box for the draft where the message has no words', async () => {
    const form = await choose('check-post', message({ body: { contentType: 'html', content: '<div></div>' } }));
    expect(wordsOf(await press(form, 'Check', { draft: 'Great day with the team at the Christmas party' }))).toContain(
      'Nothing to change',
    );
  });

  test('stores, logs and counts nothing of it (B10)', async () => {
    const canary = 'Xylopholis porter';
    await choose('check-post', message({ body: { contentType: 'text', content: `${canary} is an idiot` } }));
    expect(edge.log.join('')).not.toContain('Xylopholis');
    for (const kind of ['gap', 'incident', 'alert', 'audit', 'conversation'])
      expect(JSON.stringify(await world.store.list({ kind }))).not.toContain('Xylopholis');
    expect(JSON.stringify([...edge.store.records.values()])).not.toContain('Xylopholis');
  });
});

describe('"Report this message"', () => {
  test('tells first who reads it; then the form has words, link, time and author, intact and inert', async () => {
    const before = await choose('report-message', message());
    expect(wordsOf(before)).toContain('Who reads it');
    const form = await press(before, 'Report with my name');
    const values = Object.fromEntries(
      nodes(form.json)
        .filter(({ id }) => id)
        .map(({ id, value }) => [id, value]),
    );
    expect(values).toMatchObject({
      happened: expect.stringContaining('“Asha is useless & everybody knows\n**sack** her”'),
      when: '19 November 2026, 12:52',
      links: link,
      platform: 'Microsoft Teams',
      subjects: 'Tom Ashdown',
    });
    const receipt = await press(form, 'Send the report', { safeNow: 'yes' });
    expect(wordsOf(receipt)).toMatch(/CIP-[0-9A-Z]{5}-[0-9A-Z]{5}/);
    const [stored] = await world.store.list({ kind: 'incident' });
    const kept = JSON.stringify(stored?.body);
    expect(kept).toContain('Asha is useless & everybody knows');
    expect(kept).toContain('1611060744833');
    expect(kept).toContain(`"oid":"${oidOf('tom')}"`);
    expect(edge.connector.calls).toEqual([]);
  });

  test('sent five times is one report (C9)', async () => {
    const count = async () => (await world.store.list({ kind: 'incident' })).length;
    const form = await press(await choose('report-message', message()), 'Report in confidence');
    const before = await count();
    const references = new Set<string | undefined>();
    for (let again = 0; again < 5; again++)
      references.add(/CIP-[0-9A-Z-]{11}/.exec(wordsOf(await press(form, 'Send the report', { safeNow: 'yes' })))?.[0]);
    expect(references.size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  test('does not take the reporter for the one complained of, nor a name that they took out', async () => {
    const own = await press(
      await choose(
        'report-message',
        message({ from: { user: { userIdentityType: 'aadUser', id: oidOf('asha'), displayName: 'Asha Okafor' } } }),
      ),
      'Report with my name',
    );
    expect(nodes(own.json).find(({ id }) => id === 'subjects')).toMatchObject({ value: '' });
    const form = await press(await choose('report-message', message()), 'Report with my name');
    await press(form, 'Send the report', {
      safeNow: 'yes',
      subjects: 'somebody unknown',
      happened: 'It was forwarded to me.',
    });
    const stored = await world.store.list({ kind: 'incident' });
    const forwarded = stored.map(({ body }) => JSON.stringify(body)).find((body) => body.includes('forwarded to me'));
    expect(forwarded).not.toContain(oidOf('tom'));
  });

  test.each([
    ['ASHDOWN, Tom (SAMPLE INTEGRATED CARE BOARD)', 'Tom ASHDOWN'],
    ['Ashdown, Tom', 'Tom Ashdown'],
    ['Tom Ashdown', 'Tom Ashdown'],
    ['Tom; Ashdown', 'Tom Ashdown'],
  ])('writes %s as %s', async (displayName, shown) => {
    const form = await press(
      await choose(
        'report-message',
        message({ from: { user: { userIdentityType: 'aadUser', id: oidOf('tom'), displayName } } }),
      ),
      'Report with my name',
    );
    expect(
      nodes(form.json)
        .find(({ id }) => id === 'subjects')
        .value.replace(/ +/g, ' '),
    ).toBe(shown);
  });

  test('says before the dialog is closed how to come back, which without a name is the code alone', async () => {
    const send = async (title: string) => {
      const form = await press(await choose('report-message', message()), title);
      return wordsOf(await press(form, 'Send the report', { safeNow: 'yes' }));
    };
    expect(await send('Report with my name')).toContain('type “my reports”');
    const anonymous = await send('Report without my name');
    expect(anonymous).toContain('Copy the reference and the code');
    expect(anonymous).toMatch(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/);
  });

  test('keeps a long message within what the form takes, and says so', async () => {
    const before = await choose(
      'report-message',
      message({ body: { contentType: 'text', content: 'You are a fool. '.repeat(2_000) } }),
    );
    expect(wordsOf(before).length).toBeLessThan(24_000);
    const form = await press(before, 'Report with my name');
    const { value } = nodes(form.json).find(({ id }) => id === 'happened');
    expect(value.length).toBeLessThan(8_000);
    expect(value).toContain('the message goes on');
  });

  test('from a chat of two keeps no address with the reporter’s id, unless they give their name (C4)', async () => {
    const chat = `https://teams.microsoft.com/l/message/19:${oidOf('asha')}_${oidOf('tom')}@unq.gbl.spaces/1611060744833`;
    const chosen = message({ linkToMessage: chat, body: { contentType: 'text', content: `You fool, see ${chat}` } });
    for (const title of ['Report in confidence', 'Report without my name']) {
      const form = await press(await choose('report-message', chosen, { conversation: twoPeople }), title);
      expect(wordsOf(form)).not.toContain(`_${oidOf('tom')}@`);
      expect(nodes(form.json).find(({ id }) => id === 'links').value).toContain('it had your id in it');
      const typed = { safeNow: 'yes', wanted: `Ask me in ${chat.toUpperCase()}` };
      const before = new Set((await world.store.list({ kind: 'incident' })).map(({ id }) => id));
      expect(wordsOf(await press(form, 'Send the report', typed))).toMatch(/CIP-/);
      const [made] = (await world.store.list({ kind: 'incident' })).filter(({ id }) => !before.has(id));
      expect(JSON.stringify(made?.body).toLowerCase()).not.toContain(`${oidOf('asha')}_`);
    }
    const named = await press(await choose('report-message', chosen), 'Report with my name');
    expect(nodes(named.json).find(({ id }) => id === 'links').value).toBe(chat);
  });

  test('brings help first where the message speaks of danger (C1)', async () => {
    const danger = await choose(
      'report-message',
      message({ body: { contentType: 'html', content: '<p>I want to kill myself</p>' } }),
    );
    const words = wordsOf(danger);
    expect(words.indexOf('Your safety comes first')).toBeGreaterThan(0);
    expect(words.indexOf('Who reads it')).toBeGreaterThan(words.indexOf('Your safety comes first'));
  });
});

describe('the search box', () => {
  const search = (value: string, changes: object = {}) =>
    invoke('composeExtension/query', {
      commandId: 'search-policy',
      parameters: value === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'words', value }],
      queryOptions: { skip: 0, count: 25 },
      ...changes,
    });

  test('lists clauses, best first, each ready to be posted and with a preview', async () => {
    const { json } = await search('can I say where I work');
    expect(json.composeExtension).toMatchObject({ type: 'result', attachmentLayout: 'list' });
    const [first] = json.composeExtension.attachments;
    expect(first).toMatchObject({
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard' },
    });
    expect(first.preview).toMatchObject({
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title: expect.stringContaining('6.1.2') },
    });
    expect(JSON.stringify(first.content)).not.toContain('Action.');
    expect(JSON.stringify(json)).not.toMatch(/Asha|where I work on/);
  });

  test.each([
    ['a number', '6.1.3(a)', '6.1.3(a)'],
    ['one word', 'confidential', '6.1.3'],
    ['nothing yet', '', '6.1.3'],
  ])('%s finds', async (_name, typed, clause) => {
    const { json } = await search(typed);
    expect(json.composeExtension.attachments[0].preview.content.title).toContain(clause);
  });

  test('pages as Teams asks', async () => {
    const all = (await search('')).json.composeExtension.attachments;
    const second = await search('', { queryOptions: { skip: 1, count: 2 } });
    expect(second.json.composeExtension.attachments).toEqual(all.slice(1, 3));
    expect((await search('', { queryOptions: { skip: 500, count: 25 } })).json.composeExtension).toMatchObject({
      type: 'message',
    });
  });

  test.each([
    ['words that mean nothing', 'zzzz qqqq', /does not say/],
    ['words of danger', 'I want to kill myself', /Samaritans.*116 123/s],
  ])('%s get words, and nothing to post', async (_name, typed, said) => {
    const { json } = await search(typed);
    expect(json.composeExtension).toEqual({ type: 'message', text: expect.stringMatching(said) });
    expect(edge.connector.calls).toEqual([]);
  });

  test('keeps nothing of what was searched', async () => {
    await search('does the policy say anything about hoverboards?');
    expect(JSON.stringify(await world.store.list({ kind: 'gap' }))).not.toContain('hoverboards');
  });
});

describe('a dialog', () => {
  test('opened from a card works the same', async () => {
    const form = await invoke('task/fetch', {
      data: { msteams: { type: 'task/fetch' }, verb: 'open-check-form' },
      context: { theme: 'default' },
    });
    expect(form.json.task).toMatchObject({ type: 'continue' });
    const done = await invoke('task/submit', {
      data: { verb: 'check-draft', draft: 'Great day with the team at the Christmas party', platform: '' },
    });
    expect(wordsOf(done)).toContain('Nothing to change');
  });

  test('does only what whoever presses may do (D7)', async () => {
    const refusal = await submit({ verb: 'open-incident', reference: 'CIP-00000-00000' });
    expect(wordsOf(refusal)).toContain('found nothing');
  });

  test.each([
    ['an unknown command', 'composeExtension/fetchTask', { commandId: 'drop-tables' }],
    ['no value', 'composeExtension/fetchTask', undefined],
    [
      'a payload of the wrong shape',
      'composeExtension/fetchTask',
      { commandId: 'report-message', messagePayload: { body: 7, from: [], linkToMessage: {}, attachments: 'x' } },
    ],
    ['a submit without data', 'composeExtension/submitAction', { commandId: 'check-post' }],
    ['data that is a word', 'task/submit', { data: 'verb' }],
    ['a query for nothing known', 'composeExtension/query', { commandId: 'cats', parameters: 'x' }],
    ['settings, of which there are none', 'composeExtension/querySettingUrl', {}],
    ['a pasted link', 'composeExtension/queryLink', { url: 'https://example.org' }],
    ['an anonymous link', 'composeExtension/anonymousQueryLink', { url: 'https://example.org' }],
  ])('%s is answered in the shape that Teams waits for', async (_name, name, value) => {
    const { status, json } = await invoke(name, value);
    expect(status).toBe(200);
    expect(Object.keys(json)).toEqual([
      name.startsWith('task') || /fetchTask|submitAction/.test(name) ? 'task' : 'composeExtension',
    ]);
    expect(edge.connector.calls).toEqual([]);
  });

  test.each(['composeExtension/fetchTask', 'composeExtension/query', 'task/submit'])(
    '%s by somebody without an Entra identity is refused in words',
    async (name) => {
      const { json } = await invoke(name, { commandId: 'check-post' }, { from: { id: '29:guest', name: 'Guest' } });
      expect(JSON.stringify(json)).toContain('Only signed-in members');
    },
  );

  test('begun outside any conversation is answered', async () => {
    expect(wordsOf(await choose('check-post', message(), { conversation: undefined }))).toContain('useless');
  });

  test('opened in a chat of two people is not taken for the chat with the bot', async () => {
    await choose('check-post', message(), { conversation: twoPeople });
    await invoke(
      'adaptiveCard/action',
      { action: { type: 'Action.Execute', verb: 'help', data: {} } },
      { conversation: twoPeople },
    );
    expect([...edge.store.records.keys()]).toEqual([]);
  });
});
