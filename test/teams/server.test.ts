import { activity, type Edge, press, startEdge } from './edge.ts';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.stop());
beforeEach(() => {
  edge.connector.calls.length = 0;
  edge.turns.length = 0;
});

const cardTexts = () => edge.connector.messages().map((message) => message.attachments?.[0]?.content?.body?.[0]?.text);

describe('a message', () => {
  test('is answered with a card in the same conversation, with nothing beside it that a preview could show', async () => {
    const { status, text } = await edge.post(activity(edge.connector, { text: 'hello' }));
    expect({ status, text }).toEqual({ status: 200, text: '' });
    expect(cardTexts()).toEqual(['you said: hello']);
    const [call] = edge.connector.calls;
    expect(call?.url).toMatch(/^\/teams\/v3\/conversations\/a%3Apersonal-dana\/activities/);
    expect(call?.body.text).toBeUndefined();
    expect(call?.body.summary).toBeUndefined();
  });

  test('that fails inside says so, without a stack, and the log has no word of it', async () => {
    expect((await edge.post(activity(edge.connector, { text: 'break' }))).status).toBe(200);
    expect(edge.connector.messages().map(({ text }) => text)).toEqual([
      'Something went wrong. Nothing was lost: try again.',
    ]);
    expect(edge.log.join('')).toContain('turn failed');
    expect(edge.log.join('')).not.toContain('broken by');
  });

  test('delivered three times at once and once more later is answered once', async () => {
    const same = activity(edge.connector, { text: 'once' });
    const answers = await Promise.all([edge.post(same), edge.post(same), edge.post(same)]);
    answers.push(await edge.post(same));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(edge.turns).toHaveLength(1);
  });

  test('with the same id in another conversation is another message', async () => {
    const first = activity(edge.connector, { text: 'one' });
    const other = { ...first, conversation: { ...first.conversation, id: 'a:other' } };
    await edge.post(first);
    await edge.post(other);
    expect(edge.turns).toHaveLength(2);
  });
});

describe('a reply that the channel does not take at once', () => {
  test.each([
    ['throttled, with a pause', { status: 429, headers: { 'retry-after': '1' } }],
    ['throttled, without', { status: 429 }],
    ['a failed precondition', { status: 412 }],
    ['a bad gateway', { status: 502 }],
  ])('is sent again: %s', async (_name, answer) => {
    edge.connector.plan.push(answer);
    await edge.post(activity(edge.connector, { text: 'hello' }));
    expect(cardTexts()).toEqual(['you said: hello', 'you said: hello']);
  });

  test.each([
    ['a pause that is too long for somebody who waits', { status: 429, headers: { 'retry-after': '60' } }],
    ['a refusal for good', { status: 403 }],
  ])('is not sent again: %s', async (_name, answer) => {
    edge.connector.plan.push(answer);
    expect((await edge.post(activity(edge.connector, { text: 'hello' }))).status).toBe(200);
    expect(cardTexts().filter((text) => text === 'you said: hello')).toHaveLength(1);
  });
});

describe('a pressed button', () => {
  test.each([
    ['replace', { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' }, []],
    ['toast', { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'toasted' }, []],
    ['card', { type: 'application/vnd.microsoft.activity.message', value: 'See the new card below.' }, ['a new card']],
    ['both', { type: 'application/vnd.microsoft.card.adaptive' }, ['new']],
    ['nothing', { type: 'application/vnd.microsoft.activity.message', value: 'Done.' }, []],
    ['break', { type: 'application/vnd.microsoft.activity.message', value: expect.stringContaining('try again') }, []],
  ])('%s', async (verb, response, messages) => {
    const { status, json } = await edge.post(press(edge.connector, verb));
    expect(status).toBe(200);
    expect(json).toMatchObject(response);
    expect(cardTexts()).toEqual(messages);
  });

  test('hands on what was typed', async () => {
    const { json } = await edge.post(press(edge.connector, 'replace', { note: 'typed' }));
    expect(JSON.stringify(json)).toContain('typed');
  });

  test('delivered twice gets the same answer and acts once', async () => {
    const same = press(edge.connector, 'card');
    const [first, second] = [await edge.post(same), await edge.post(same)];
    expect(second).toEqual(first);
    expect(cardTexts()).toEqual(['a new card']);
  });

  test('of the plain kind has its card updated', async () => {
    await edge.post(activity(edge.connector, { value: { verb: 'replace', note: 'typed' }, replyToId: 'card-7' }));
    expect(edge.connector.calls.map(({ method }) => method)).toEqual(['PUT']);
    expect(edge.connector.calls[0]?.url).toMatch(/activities\/card-7$/);
  });

  test('of the plain kind on a card that is gone gets a new card', async () => {
    edge.connector.plan.push({ status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } });
    await edge.post(activity(edge.connector, { value: { verb: 'replace' }, replyToId: 'card-8' }));
    expect(edge.connector.calls.map(({ method }) => method)).toEqual(['PUT', 'POST']);
  });

  test.each([
    ['no value', undefined],
    ['an empty value', {}],
    ['no action', { action: null }],
    ['an action that is a word', { action: 'replace' }],
    ['no verb', { action: { type: 'Action.Execute', data: {} } }],
    ['a verb that is a list', { action: { verb: ['replace'], data: {} } }],
    ['data that is a list', { action: { verb: 'x', data: [1] } }],
  ])('with %s is answered all the same', async (_name, value) => {
    const { status, json } = await edge.post(press(edge.connector, '', {}, { value }));
    expect(status).toBe(200);
    expect(json).toMatchObject({ statusCode: 200 });
  });

  test('by somebody without an Entra identity is refused in words', async () => {
    const { json } = await edge.post(press(edge.connector, 'card', {}, { from: { id: '29:guest', name: 'Guest' } }));
    expect(json).toMatchObject({ value: 'Only signed-in members of the organisation can do this.' });
    expect(edge.turns).toEqual([]);
  });
});

describe('what asks for nothing gets nothing', () => {
  test.each([
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    ['typing', { type: 'typing' }],
    ['a change of members', { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }],
    ['an event', { type: 'event', name: 'anything' }],
    ['a type of tomorrow', { type: 'hologram' }],
  ])('%s', async (_name, changes) => {
    expect((await edge.post(activity(edge.connector, changes))).status).toBe(200);
    expect(edge.turns).toEqual([]);
    expect(edge.connector.calls).toEqual([]);
  });
});

describe('the place is remembered', () => {
  const oid = '10000000-0000-4000-8000-000000000001';

  test('on installing, with one greeting, and forgotten on removal', async () => {
    await edge.post(activity(edge.connector, { type: 'installationUpdate', action: 'add' }));
    expect(cardTexts()).toEqual(['welcome']);
    expect(edge.store.records.get(`conversation/${oid}`)?.body).toMatchObject({ conversationId: 'a:personal-dana' });
    await edge.post(activity(edge.connector, { type: 'installationUpdate', action: 'remove' }));
    expect(edge.store.records.get(`conversation/${oid}`)).toBeUndefined();
  });

  test('again after the person comes back, and at their new address', async () => {
    await edge.post(activity(edge.connector, { text: 'back' }));
    await edge.post(
      activity(edge.connector, {
        text: 'moved',
        conversation: { id: 'a:new', tenantId: 'aaaaaaaa-0000-4000-8000-000000000000' },
      }),
    );
    expect(edge.store.records.get(`conversation/${oid}`)).toMatchObject({
      version: 2,
      body: { conversationId: 'a:new' },
    });
  });

  test("but not a group, which is nobody's own", async () => {
    const conversation = {
      id: '19:group',
      conversationType: 'groupChat',
      isGroup: true,
      tenantId: 'aaaaaaaa-0000-4000-8000-000000000000',
    };
    const from = { id: '29:mona', aadObjectId: '10000000-0000-4000-8000-000000000002' };
    await edge.post(activity(edge.connector, { type: 'installationUpdate', action: 'add', conversation, from }));
    expect(edge.store.records.get('conversation/10000000-0000-4000-8000-000000000002')).toBeUndefined();
  });
});
