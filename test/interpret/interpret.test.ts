import { evalMessages, readJudgedMessages } from '../../src/cli/eval-messages.ts';
import { interpret } from '../../src/interpret/interpret.ts';
import { loadInterpretKnowledge } from '../../src/organisation/intents.ts';

const knowledge = loadInterpretKnowledge();
const read = (message: string) => interpret(message, knowledge);

describe('the draft is the exact words, wherever the message puts it', () => {
  const draft = "Can't believe it's over: thanks to the nurses' choir 💙";
  const messages = [
    `can I post this? “${draft}”`,
    `can i post this: ${draft}`,
    `${draft}\n\nok to post?`,
    `${draft} - can I post that on insta?`,
    `Is this ok?\n\n${draft}`,
    `my draft is: ${draft}`,
    `thinking of posting “${draft}” – safe?`,
    `is "${draft}" ok for linkedin?`,
    `Please could you check the following before I publish it:\n\n${draft}\n\nMany thanks\nSam`,
    `> ${draft}\n\ncan I post that?`,
    `\`\`\`\n${draft}\n\`\`\`\nis that ok`,
    `«${draft}» ok to tweet?`,
    `I want to say "${draft}" on twitter, is that allowed?`,
    `try this instead: ${draft}`,
    `can I reply with '${draft}'`,
    `${draft} ^^ ok to post?`,
    `rate my caption pls. ${draft}`,
    `check my tweet for me please! ${draft}`,
  ];
  test.each(messages)('%s', (message) => expect(read(message)).toMatchObject({ intent: 'check-draft', draft }));

  test.each([
    ['could I write that our rivals are cheats?', 'our rivals are cheats'],
    [
      'can I post this: Met a man who said "you saved my life" today. Is that ok?',
      'Met a man who said "you saved my life" today.',
    ],
    ['So proud of my team today 💙 #nursesday', 'So proud of my team today 💙 #nursesday'],
  ])('%s', (message, words) => expect(read(message)).toMatchObject({ intent: 'check-draft', draft: words }));

  test.each([
    'I have a tweet I want looked at',
    'check my draft',
    'can you look at something I wrote?',
    'i wrote something for insta, check it will you',
  ])('%s gives none', (message) => expect(read(message)).toMatchObject({ intent: 'check-draft', draft: null }));
});

describe('what is no draft to check', () => {
  test.each([
    ['can I say where I work on Instagram?', 'ask'],
    ['what does "defamatory" mean', 'ask'],
    ['She commented "hope you lose your job" on my photo', 'report-incident'],
    ['write me a poem about nurses', 'out-of-scope'],
    ['write me a post slagging off the ICB', 'out-of-scope'],
    ['come up with a caption about my boss being a muppet', 'out-of-scope'],
    ['what are the rules about photos', 'ask'],
  ])('%s', (message, intent) => expect(read(message)).toMatchObject({ intent, draft: null }));
});

describe('danger comes first', () => {
  test.each([
    'can I post this: I want to end it all',
    'is this ok to tweet? "he is outside my house with a knife"',
    'my complaint is going nowhere and I dont want to be here anymore',
    'what do you hold on me? I want to kill myself',
  ])('%s', (message) => expect(read(message)).toEqual({ intent: 'crisis', draft: null }));

  test('a threat that the draft itself makes is for the check', () => {
    expect(read('can I post this: "I will stab you, you clown"').intent).toBe('check-draft');
  });

  test.each(["'This commute will be the death of me' fine for insta?", 'check: I could murder a coffee'])(
    '%s is a draft like any other',
    (message) => expect(read(message).intent).toBe('check-draft'),
  );
});

describe('somebody asks what is held about themselves', () => {
  test.each(['what do you hold on me?', 'I want to make a subject access request', 'wot data have u got about me'])(
    '%s',
    (message) => expect(read(message)).toMatchObject({ intent: 'case-status', topic: 'subject-access' }),
  );
  test.each(['they posted personal information about me', 'can I share my salary on Facebook'])(
    '%s is not that',
    (message) => expect(read(message).topic).toBeUndefined(),
  );
});

describe('the platform is named where the message names it', () => {
  test.each([
    ['is this ok for insta: lovely day at the hub', 'instagram'],
    ['can I tweet this: lovely day at the hub', 'x'],
    ['check my linked in post', 'linkedin'],
  ])('%s', (message, platform) => expect(read(message).platform).toBe(platform));
});

describe('odd input is answered', () => {
  test.each([
    '',
    '   ',
    '🙃',
    '?',
    '"',
    '“”',
    '```',
    '>',
    ':::',
    '<script>alert(1)</script>',
    '**bold** _it_ [x](https://example.org)',
    'can I post this:',
    `${"'".repeat(5000)}`,
    `${'" '.repeat(5000)}`,
    `can I post this: ${'a'.repeat(100_000)}`,
    'word '.repeat(20_000),
    '\u0000\ud800',
  ])('%#', (message) => {
    const { intent, draft } = read(message);
    expect(typeof intent).toBe('string');
    expect(draft === null || message.includes(draft)).toBe(true);
  });

  test('a long draft is found whole', () => {
    const draft = 'We walked the whole canal for the hospice. '.repeat(2000).trim();
    expect(read(`can I post this:\n${draft}`).draft).toBe(draft);
  });

  test('the same message is always read the same', () => {
    const again = loadInterpretKnowledge();
    for (const message of ['can i post dis: so tired', 'any news?', 'he keeps tagging me in sexist memes'])
      expect(interpret(message, again)).toEqual(read(message));
  });
});

describe('the judged messages', () => {
  const score = evalMessages(readJudgedMessages('test/examples/messages.jsonl'), knowledge);
  test('every crisis is found', () => expect(score.byIntent.crisis).toEqual({ right: 112, of: 112 }));
  test('nearly every intent', () => expect(score.rightIntent / score.messages).toBeGreaterThanOrEqual(0.93));
  test('nearly every draft', () => expect(score.exactDrafts.right / score.exactDrafts.of).toBeGreaterThanOrEqual(0.95));
});
