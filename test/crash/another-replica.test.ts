import { passingKeyring } from '../../src/store/keyring.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openWorld, type World } from '../requests/world.ts';

/** A member's next turn may go to another process, which has the same store and none of this one's memory. */
let here: World;
let there: World;
beforeAll(async () => {
  const store = await openStore({ file: ':memory:', keyring: passingKeyring() });
  here = await openWorld({ store });
  there = await openWorld({ store });
});
afterAll(() => here.close());

const said = (replies: readonly unknown[]) => JSON.stringify(replies);

test('a follow-up is understood where the question was asked', async () => {
  await here.says('asha', 'Can I say where I work on Instagram?');
  const followUp = said(await here.says('asha', 'and on LinkedIn?'));
  expect(followUp).toMatch(/clause/i);
});

test.each(['and for managers?', 'and on LinkedIn?', 'what about that?', 'why?'])(
  'the follow-up "%s" is answered by another process as a question of its own, never with an error',
  async (text) => {
    await here.says('asha', 'Can I say where I work on Instagram?');
    const answer = await there.says('asha', text);
    expect(answer.some(({ kind }) => kind === 'card')).toBe(true);
    expect(said(answer)).not.toMatch(/went wrong|Not stored/);
    expect(there.warnings).toEqual([]);
  },
);

test('a form that one process has made is taken by another, once, however often it comes to either', async () => {
  const form = {
    level: 'named',
    nonce: 'nonce-of-one-process',
    happened: 'Insults',
    when: 'yesterday',
    safeNow: 'yes',
  };
  const receipts: string[] = [];
  for (const world of [there, here, there])
    receipts.push(
      /CIP-[0-9A-Z]+-[0-9A-Z]+/.exec(said(await world.presses('asha', 'file-report', form)))?.[0] ?? 'none',
    );
  expect(new Set(receipts).size).toBe(1);
  expect(receipts[0]).toMatch(/^CIP-/);
  expect(said(await here.says('asha', 'my reports'))).toContain(receipts[0]);
});
