import { activity } from './edge.ts';
import type { TokenPlan } from './fake-key-server.ts';
import { type GuardedEdge, startGuardedEdge } from './guarded-edge.ts';

/** Keys that come and go, seen from outside: real requests, a real key server, and the edge's own clock. */
let edge: GuardedEdge;
beforeEach(async () => {
  edge = await startGuardedEdge();
});
afterEach(() => edge.stop());

const minute = 60;
const day = 24 * 3_600;
const statusWith = async (plan: TokenPlan = {}) => {
  const headers = { authorization: `Bearer ${await edge.token(plan)}` };
  const { status, text } = await edge.post(activity(edge.connector, { text: 'hello' }), headers);
  expect(text).toBe('');
  return status;
};
const kid = (name: string): TokenPlan => ({ header: { kid: name } });

test('a new key is taken once the pause after the last question is over, and the old one goes on', async () => {
  expect(await statusWith()).toBe(200);
  edge.keys.announce('next', { endorsements: ['msteams'] });
  expect(await statusWith(kid('next'))).toBe(401);
  edge.pass(5 * minute);
  expect([await statusWith(kid('next')), await statusWith()]).toEqual([200, 200]);
  expect(edge.keys.state.asked).toBe(2);
});

test('a key that was withdrawn is refused from the next question on', async () => {
  edge.keys.announce('leaked', { endorsements: ['msteams'] });
  expect(await statusWith(kid('leaked'))).toBe(200);
  edge.keys.withdraw('leaked');
  edge.pass(5 * minute);
  expect(await statusWith(kid('nobody'))).toBe(401);
  expect(await statusWith(kid('leaked'))).toBe(401);
});

test('five hundred requests with keys that nobody knows ask the key server once in five minutes', async () => {
  await statusWith();
  for (let round = 0; round < 10; round++)
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) =>
        expect(await statusWith({ header: { kid: `junk-${round}-${index}` }, signedBy: 'rogue' })).toBe(401),
      ),
    );
  expect(edge.keys.state.asked).toBe(1);
  edge.pass(5 * minute);
  await Promise.all(
    Array.from({ length: 50 }, (_, index) => statusWith({ ...kid(`more-${index}`), signedBy: 'rogue' })),
  );
  expect(edge.keys.state.asked).toBe(2);
});

test.each(['down', 'silent', 'garbage', 'no-keys', 'moved'] as const)(
  'while the key server is %s, members with known keys go on for days',
  async (behaviour) => {
    expect(await statusWith()).toBe(200);
    edge.keys.state.behaviour = behaviour;
    for (let days = 0; days < 3; days++) {
      edge.pass(day);
      expect(await statusWith()).toBe(200);
    }
  },
);

test('a key server that never answers makes an unknown key wait for five seconds at most, and be refused', async () => {
  await statusWith();
  edge.keys.state.behaviour = 'silent';
  edge.pass(5 * minute);
  expect(await statusWith({ ...kid('unknown'), signedBy: 'rogue' })).toBe(401);
}, 15_000);

test('a key server that is down from the beginning lets nobody in, until it is back', async () => {
  const late = await startGuardedEdge();
  late.keys.state.behaviour = 'down';
  const status = async () => {
    const headers = { authorization: `Bearer ${await late.token()}` };
    return (await late.post(activity(late.connector, { text: 'hello' }), headers)).status;
  };
  late.keys.withdraw('teams');
  late.keys.announce('teams', { endorsements: ['msteams'] });
  late.pass(5 * minute);
  expect(await status()).toBe(401);
  late.keys.state.behaviour = 'fine';
  late.pass(10);
  expect(await status()).toBe(200);
  await late.stop();
});
