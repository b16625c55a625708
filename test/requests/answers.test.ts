import { buttonOf, cardsOf, openWorld, type World, wordsOf } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('a policy question', () => {
  test('is answered with the clause word for word, its number, force, edition and the overdue line', async () => {
    const replies = await world.says('asha', 'can I say where I work on Instagram?');
    expect(cardsOf(replies)).toEqual(['policy-answer']);
    const words = wordsOf(replies);
    expect(words).toContain('Clause 6.1.2');
    expect(words).toContain(
      "The postings on this site are my own opinion and don't necessarily represent NHS or ICB policy or opinion",
    );
    expect(words).toContain('version 1.0');
    expect(words).toContain('1 July 2022');
    expect(words).toContain('due for review on 1 September 2023');
  });

  test('before the review date carries no overdue line (A6)', async () => {
    world.now = new Date('2023-08-31T10:00:00Z');
    expect(wordsOf(await world.says('asha', 'can I say where I work on Instagram?'))).not.toContain('due for review');
  });

  test('on which the policy is silent says so, names whom to ask, and is kept without who asked', async () => {
    const replies = await world.says('asha', 'are tweets archived? Ask Gwen Ashby on 07700 900123');
    expect(cardsOf(replies)).toEqual(['policy-silent']);
    expect(wordsOf(replies)).toContain('The policy does not say');
    expect(wordsOf(replies)).toContain('Information Governance Team');
    const [gap] = await world.store.list({ kind: 'gap' });
    const kept = JSON.stringify(gap);
    expect(kept).toContain('tweets');
    for (const trace of [
      'Gwen',
      'Ashby',
      '07700',
      '900123',
      'Asha',
      '10000000-0000-4000-8000-000000000001',
      'chat-asha',
    ])
      expect(kept).not.toContain(trace);
  });

  test('is answered even when the store is down', async () => {
    const broken = await openWorld({
      store: {
        ...world.store,
        commit: () => Promise.reject(new Error('down')),
        read: async () => undefined,
        list: async () => [],
        close: async () => {},
      },
    });
    expect(cardsOf(await broken.says('asha', 'are tweets archived'))).toEqual(['policy-silent']);
    expect(broken.warnings).toEqual(['gap not kept']);
  });

  test('its section opens with the clause marked; an unknown clause is said not to exist', async () => {
    const answer = await world.says('asha', 'can I say where I work on Instagram?');
    const { verb, data } = buttonOf(answer, 'Show the section');
    const section = await world.presses('asha', verb, data);
    expect(cardsOf(section)).toEqual(['section']);
    expect(wordsOf(section)).toContain('the clause you came from');
    expect(wordsOf(await world.presses('asha', 'show-section', { clause: '6.1.9' }))).toContain('no such clause');
  });

  test('that did not help reaches the policy owner with one more press', async () => {
    const answer = await world.says('asha', 'can I say where I work on Instagram?');
    const open = buttonOf(answer, 'This did not help');
    const send = buttonOf(await world.presses('asha', open.verb, open.data), 'Send to the policy owner');
    expect(wordsOf(await world.presses('asha', send.verb, { ...send.data, comment: 'I meant my avatar' }))).toContain(
      'Thank you',
    );
    const [gap] = await world.store.list({ kind: 'gap', status: 'unhelpful-answer' });
    expect(gap?.body).toMatchObject({ clause: '6.1.2', comment: 'I meant my avatar', day: '2026-11-23' });
  });
});

describe('a draft', () => {
  test('typed behind "can I post this?" gets a verdict with the words at fault, the clause, a reason and what to do', async () => {
    const replies = await world.says('asha', 'can I post this? "NHS number 943 476 5919 came in again today"');
    expect(cardsOf(replies)).toEqual(['draft-verdict']);
    const words = wordsOf(replies);
    expect(words).toMatch(/^Stop|Change this/);
    expect(words).toContain('What to do:');
    expect(words).toContain('[Show clause 6.1.3(b)]');
    expect(words).toContain('I keep no copy');
  });

  test('can be edited and checked again, with the draft in the box', async () => {
    const replies = await world.says('asha', 'can I post this? "NHS number 943 476 5919 came in again today"');
    const { verb } = buttonOf(replies, 'Check again');
    const again = await world.presses('asha', verb, { draft: 'What a lovely sunny day for a walk.' });
    expect(again).toMatchObject([{ kind: 'replace' }]);
    expect(wordsOf(again)).toContain('This is not approval');
  });

  test('leaves no trace in the store, also when the finding is told to be wrong (B10)', async () => {
    const canary = 'zebra-canary-4711';
    const replies = await world.says('asha', `can I post this? "${canary}: NHS number 943 476 5919"`);
    const open = buttonOf(replies, 'This is wrong');
    const send = buttonOf(await world.presses('asha', open.verb, open.data), 'Send to the policy owner');
    await world.presses('asha', send.verb, { ...send.data, comment: '' });
    const kept = JSON.stringify(
      await Promise.all(
        ['gap', 'audit', 'incident', 'alert', 'conversation'].map((kind) => world.store.list({ kind })),
      ),
    );
    expect(kept).toContain('wrong-finding');
    expect(kept).not.toContain(canary);
    expect(world.warnings).toEqual([]);
  });

  test('a wish without a draft opens the form', async () => {
    expect(cardsOf(await world.says('asha', 'I have a tweet I want looked at'))).toEqual(['check-form']);
  });
});

describe('what cannot be read whole', () => {
  test.each([
    ['another language', 'Ma chef est vraiment nulle et je la déteste, elle ne comprend rien du tout à notre travail'],
    ['a bare link', 'https://example.org/post/12'],
  ])('%s is not called "nothing to change"', async (_name, draft) => {
    const words = wordsOf(await world.presses('asha', 'check-draft', { draft }));
    expect(words).not.toContain('Nothing to change');
    expect(words).toContain('What I could not check');
  });

  test('an identifier is pointed at, not repeated, whatever the finding', async () => {
    const words = wordsOf(
      await world.presses('asha', 'check-draft', { draft: 'NHS number 943 476 5919 came in again today' }),
    );
    expect(words.slice(words.indexOf('The words:'))).not.toContain('943 476 5919');
  });
});

describe('who needs somebody to talk to', () => {
  test.each([
    'i feel worthless',
    'is there someone I can talk to in confidence?',
    'Someone has complained about me. What happens next?',
    'i have been reported',
  ])('"%s" is shown people, and nothing is kept', async (text) => {
    expect(wordsOf(await world.says('asha', text))).toContain('Samaritans');
    expect(await world.store.list({ kind: 'gap' })).toEqual([]);
  });

  test.each(['what happens after I report?', 'can i report anonymously', 'will my manager see it if I report her?'])(
    '"%s" is told before a word is typed',
    async (text) => {
      expect(cardsOf(await world.says('asha', text))).toEqual(['before-you-report']);
    },
  );

  test('a text that is no question is not kept for the policy owner', async () => {
    await world.presses('asha', 'ask-policy', {
      question: 'Waiting times at our place are a disgrace, up the strike!',
    });
    expect(await world.store.list({ kind: 'gap' })).toEqual([]);
  });
});

describe('a profile', () => {
  const exact =
    "The postings on this site are my own opinion and don't necessarily represent NHS or ICB policy or opinion";
  test.each([
    ['word for word', `Nurse. ${exact}`, 'carries the disclaimer'],
    ['with curly apostrophes', `Nurse. ${exact.replaceAll("'", '’')}`, 'carries the disclaimer'],
    ['in other words', 'NHS manager. Views my own.', 'something like the disclaimer'],
    ['not at all', 'Nurse, runner, tea.', 'has no disclaimer'],
  ])('that has the disclaimer %s is told so', async (_name, bio, headline) => {
    expect(wordsOf(await world.says('asha', `check my bio: ${bio}`))).toContain(headline);
  });

  test('without it is given the exact text to copy', async () => {
    expect(wordsOf(await world.presses('asha', 'check-profile', { draft: 'Nurse, runner, tea.' }))).toContain(exact);
    expect(cardsOf(await world.says('asha', 'check my bio'))).toEqual(['check-form']);
  });
});

describe('everything else that is said', () => {
  test.each([
    ['help', 'jobs'],
    ['what can you do', 'jobs'],
    ['hello', 'notice'],
    ['thanks', 'notice'],
    ['someone is bullying me on Facebook', 'before-you-report'],
    ['check a draft', 'check-form'],
  ])('"%s" shows %s', async (text, card) => {
    expect(cardsOf(await world.says('asha', text))).toEqual([card]);
  });

  test('being installed greets with the three jobs', async () => {
    const words = wordsOf(await world.presses('asha', 'help'));
    for (const job of ['Answer a policy question', 'Check a draft', 'Take a report']) expect(words).toContain(job);
  });

  test.each(['i want to kill myself', 'i dont want to be here anymore', 'he is outside my house with a knife'])(
    '"%s" brings the crisis card first',
    async (text) => {
      const replies = await world.says('asha', text);
      expect(cardsOf(replies)[0]).toBe('crisis');
      for (const line of ['999', '116 123', '85258', '111', '101']) expect(wordsOf(replies)).toContain(line);
    },
  );

  test.each(['i could murder a coffee', 'this queue is killing me'])('"%s" does not', async (text) => {
    expect(cardsOf(await world.says('asha', text))).not.toContain('crisis');
  });

  test('in a channel only the policy is talked about; a draft is taken to the personal chat', async () => {
    expect(cardsOf(await world.says('asha', 'can I say where I work?', 'channel'))).toEqual(['policy-answer']);
    expect(wordsOf(await world.says('asha', 'can I post this? "I hate my manager"', 'channel'))).toContain(
      'in private',
    );
    expect(wordsOf(await world.says('asha', 'someone is bullying me', 'group'))).toContain('in private');
  });
});

describe('a job that is turned off', () => {
  test('says so, and with reporting off still shows whom to contact (G3)', async () => {
    const quiet = await openWorld({ switches: { answers: false, draftCheck: false, reporting: false } });
    expect(wordsOf(await quiet.says('asha', 'can I say where I work?'))).toContain('turned off');
    expect(wordsOf(await quiet.presses('asha', 'check-draft', { draft: 'hello' }))).toContain('turned off');
    for (const verb of ['open-report', 'open-report-form', 'file-report'])
      expect(wordsOf(await quiet.presses('asha', verb, { level: 'named', nonce: 'n'.repeat(20) }))).toContain(
        'Freedom to Speak Up Guardian',
      );
    expect(await quiet.store.list({ kind: 'incident' })).toEqual([]);
    await quiet.close();
  });
});
