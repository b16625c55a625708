import type { Attachment } from '../../src/requests/turn.ts';
import { buttonOf, cardsOf, openWorld, type World, wordsOf } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** The smallest whole PNG: one transparent dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const file = (name: string, bytes: Uint8Array = dot): Attachment => ({
  name,
  contentType: 'image/png',
  download: async () => bytes,
});
const gone: Attachment = {
  name: 'gone.png',
  contentType: 'image/png',
  download: () => Promise.reject(new Error('404')),
};

async function report(level = /with my name/): Promise<{ reference: string; code: string }> {
  const choose = buttonOf(await world.says('asha', 'someone is bullying me on Facebook'), level);
  const send = buttonOf(await world.presses('asha', choose.verb, choose.data), 'Send the report');
  const words = wordsOf(
    await world.presses('asha', send.verb, { ...send.data, happened: 'He mocked me.', when: 'today', safeNow: 'yes' }),
  );
  return {
    reference: /CIP-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(words)?.[0] ?? '',
    code: /Code: ([0-9A-Z-]+)/.exec(words)?.[1] ?? '',
  };
}

test('a screenshot goes to the one open report, and the caseworker sees that it is there', async () => {
  const { reference } = await report();
  const replies = await world.sends('asha', [file('screenshot.png')]);
  expect(wordsOf(replies)).toContain('Kept as it came');
  expect(wordsOf(await world.presses('priya', 'open-incident', { reference }))).toContain('screenshot.png');
});

test('without a report nothing is kept, and the way to make one is shown', async () => {
  const replies = await world.sends('asha', [file('screenshot.png')]);
  expect(wordsOf(replies)).toContain('Nothing was kept');
  expect(await world.store.list({ kind: 'evidence' })).toEqual([]);
});

test('with two reports it asks which, and takes the reference from the message', async () => {
  const first = await report();
  await report();
  expect(wordsOf(await world.sends('asha', [file('a.png')]))).toContain('Which report is this for?');
  expect(wordsOf(await world.sends('asha', [file('a.png')], `for ${first.reference} please`))).toContain(
    first.reference,
  );
  expect(await world.store.list({ kind: 'evidence' })).toHaveLength(1);
});

test('an anonymous report takes files with its reference and code only', async () => {
  const { reference, code } = await report(/without my name/);
  expect(wordsOf(await world.sends('asha', [file('a.png')]))).toContain('Nothing was kept');
  expect(wordsOf(await world.sends('asha', [file('a.png')], `${reference} ${code}`))).toContain('Kept as it came');
});

test('somebody else’s reference is not found', async () => {
  const { reference } = await report();
  expect(wordsOf(await world.sends('tom', [file('a.png')], reference))).toContain('found nothing');
  expect(await world.store.list({ kind: 'evidence' })).toEqual([]);
});

test('a caseworker keeps what somebody gave them, with whose it is; the list says so', async () => {
  const { reference } = await report();
  const words = wordsOf(await world.sends('priya', [file('a.png')], `${reference}, from Jamie who saw it`));
  expect(words).toContain('Recorded as: from Jamie who saw it.');
  expect(words).toContain('Priya Nandakumar added a file, a.png: from Jamie who saw it');
  const list = wordsOf(await world.presses('colin', 'show-evidence', { reference }));
  expect(list).toMatch(/Added by Priya Nandakumar on .*: from Jamie who saw it/);
  expect(wordsOf(await world.says('asha', reference))).not.toContain('Evidence kept');
});

test('a program with a picture’s name, and a file that cannot be fetched, are told apart from what was kept', async () => {
  await report();
  const program = file('holiday.png', Buffer.from('MZ\u0090\u0000\u0003 this program cannot be run', 'latin1'));
  const words = wordsOf(await world.sends('asha', [program, gone, file('a.png')]));
  expect(words).toContain('Kept as it came');
  expect(words).toContain('holiday.png: This is no picture');
  expect(words).toContain('gone.png could not be fetched');
  expect(await world.store.list({ kind: 'evidence' })).toHaveLength(1);
});

test('fifty files of one message are cut short, and it says so', async () => {
  await report();
  const many = Array.from({ length: 50 }, (_, index) =>
    file(`${index}.png`, Buffer.concat([dot, Buffer.from([index])])),
  );
  expect(wordsOf(await world.sends('asha', many))).toContain('Only the first 10 files');
});

test('a picture with a draft to check is not kept, and the verdict says that it was not seen', async () => {
  await report();
  const replies = await world.sends('asha', [file('a.png')], 'can I post this? "Lovely walk today"');
  expect(cardsOf(replies)).toEqual(['draft-verdict']);
  expect(wordsOf(replies)).toContain('What I could not check');
  expect(await world.store.list({ kind: 'evidence' })).toEqual([]);
});
