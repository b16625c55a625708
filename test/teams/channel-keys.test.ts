import { type ChannelKeys, createChannelKeys, type KeyPace } from '../../src/teams/channel-keys.ts';
import { type FakeKeyServer, startFakeKeyServer } from './fake-key-server.ts';

const pace: KeyPace = { freshFor: 86_400_000, afterAnswer: 300_000, afterFailure: 10_000, timeout: 200 };
let server: FakeKeyServer;
let keys: ChannelKeys;
let now: number;
let trouble: string[];

beforeEach(async () => {
  server = await startFakeKeyServer();
  now = 0;
  trouble = [];
  keys = createChannelKeys({
    url: server.url,
    clock: () => new Date(now),
    onTrouble: (why) => trouble.push(why),
    pace,
  });
});
afterEach(() => server.close());

test('nothing is asked before the first need, and once for many', async () => {
  expect(keys.ready()).toBe(false);
  const found = await Promise.all(Array.from({ length: 50 }, () => keys.find('teams')));
  expect(found.every((key) => key?.endorsements.includes('msteams'))).toBe(true);
  expect(server.state.asked).toBe(1);
  expect(keys.ready()).toBe(true);
});

test('unknown keys ask again at a bounded rate, however many come', async () => {
  await keys.find('teams');
  for (let count = 0; count < 5_000; count++) expect(await keys.find(`junk-${count}`)).toBeUndefined();
  expect(server.state.asked).toBe(1);
  now += pace.afterAnswer;
  await keys.find('more-junk');
  await keys.find('still-more-junk');
  expect(server.state.asked).toBe(2);
});

test('a new key is found after the pause, and a withdrawn one goes when the keys are asked for again', async () => {
  await keys.find('teams');
  server.announce('new', { endorsements: ['msteams'] });
  server.withdraw('webchat');
  now += pace.afterAnswer;
  expect(await keys.find('new')).toBeDefined();
  expect(await keys.find('webchat')).toBeUndefined();
});

test('old keys serve while new ones are asked for, and go on when the server is down', async () => {
  await keys.find('teams');
  server.state.behaviour = 'down';
  now += pace.freshFor + 1;
  expect(await keys.find('teams')).toBeDefined();
  await new Promise((done) => setTimeout(done, 100));
  expect(trouble).toEqual(['the key server answered 503']);
  expect(await keys.find('teams')).toBeDefined();
});

test.each([
  ['is down', 'down', /503/],
  ['never answers', 'silent', /timeout/],
  ['answers in HTML', 'garbage', /JSON/],
  ['has no keys', 'no-keys', /no usable key/],
  ['names keys at an address without https elsewhere', 'moved', /no https/],
] as const)(
  'a server that %s: no key, no throw, and a pause before the next question',
  async (_name, behaviour, why) => {
    server.state.behaviour = behaviour;
    expect(await keys.find('teams')).toBeUndefined();
    expect(trouble).toEqual([expect.stringMatching(why)]);
    expect(await keys.find('teams')).toBeUndefined();
    expect(trouble).toHaveLength(1);
    server.state.behaviour = 'fine';
    now += pace.afterFailure;
    expect(await keys.find('teams')).toBeDefined();
  },
);
