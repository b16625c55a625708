import { mindTheStore } from '../../src/requests/mind-the-store.ts';
import { say } from '../../src/requests/reply.ts';
import { Conflict } from '../../src/store/store.ts';
import { StoreUnavailable } from '../../src/store/store-error.ts';

const warned: string[] = [];
const context = { warn: (event: string) => void warned.push(event) };
const words = async (answer: () => Promise<never>) => JSON.stringify(await mindTheStore(context, answer));

test.each([
  ['full', /Not stored, nothing was lost, try again/],
  ['read-only', /Not stored, nothing was lost, try again/],
  ['locked', /Not stored, nothing was lost, try again/],
  ['disconnected', /Not stored, nothing was lost, try again/],
] as const)('a store that is %s is said to have stored nothing', async (trouble, expected) => {
  expect(await words(() => Promise.reject(new StoreUnavailable(trouble, 'x')))).toMatch(expected);
  expect(warned.at(-1)).toBe(`store ${trouble}`);
});

test('where it may have been stored, that is not denied, and doing it again is said to be safe', async () => {
  const said = await words(() => Promise.reject(new StoreUnavailable('disconnected', 'x', true)));
  expect(said).toMatch(/I cannot tell whether that was stored/);
  expect(said).toMatch(/Sent twice, it counts once/);
  expect(said).not.toMatch(/Not stored/);
});

test('a conflict is decided anew, as often as somebody else was quicker', async () => {
  let tries = 0;
  const replies = await mindTheStore(context, () => {
    if (++tries < 4) throw new Conflict('meanwhile');
    return say('Done');
  });
  expect(tries).toBe(4);
  expect(JSON.stringify(replies)).toMatch(/Done/);
});

test('a conflict that never ends is not an endless wait', async () => {
  expect(await words(() => Promise.reject(new Conflict('always')))).toMatch(/Not stored/);
});

test('our own faults are not taken for trouble of the store', async () => {
  await expect(mindTheStore(context, () => Promise.reject(new TypeError('bug')))).rejects.toThrow('bug');
});
