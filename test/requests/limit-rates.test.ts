import { speaksOfDanger } from '../../src/requests/answer.ts';
import { limitRates } from '../../src/requests/limit-rates.ts';
import { createRateLimits } from '../../src/requests/rate-limits.ts';
import { readPress } from '../../src/requests/read-press.ts';
import { makeReadSentence } from '../../src/requests/read-sentence.ts';
import type { Request } from '../../src/requests/request.ts';
import type { Place } from '../../src/requests/turn.ts';
import { cardsOf, oidOf, openWorld, organisation, privatelyOf, type World, wordsOf } from './world.ts';

/** The product with room for so few turns that a test can use them up. */
let world: World;
let slowed: string[];
let turn: (who: string, request: Request, kind?: Place['kind']) => ReturnType<World['answer']>;
const readSentence = makeReadSentence(organisation);

beforeEach(async () => {
  world = await openWorld();
  slowed = [];
  const answer = limitRates({
    ...{ answer: world.answer, now: () => world.now, limits: createRateLimits({ perPerson: 3, perTenant: 8 }) },
    renewals: createRateLimits({ perPerson: 3, perTenant: 8 }),
    speaksOfDanger: (request) => speaksOfDanger(request, { organisation }),
    onSlowed: (whose) => slowed.push(whose),
  });
  const tenant = organisation.people[0]?.tenant ?? '';
  turn = (who, request, kind = 'personal') =>
    answer({
      ...{ id: crypto.randomUUID(), at: world.now, request, attachments: [] },
      actor: { oid: oidOf(who), tenant, channelId: `29:${who}`, name: who },
      place: { conversationId: `chat-${who}`, kind, serviceUrl: 'https://smba.trafficmanager.net/uk/' },
    });
});
afterEach(() => world.close());

const says = (who: string, text: string) => turn(who, readSentence(text));
const presses = (who: string, verb: string, data: object = {}) => turn(who, readPress(verb, data));
const form = (more: object = {}) => ({
  ...{ level: 'named', nonce: `nonce-nonce-nonce-${Math.random()}`, happened: 'Insults in a group' },
  ...{ when: 'yesterday', safeNow: 'yes', ...more },
});
async function useUp(who: string, turns = 3) {
  for (let count = 0; count < turns; count++) await says(who, 'Who owns this policy?');
}

test('whoever is too quick is asked to wait, kindly, and told the way to a report; a while later all is well', async () => {
  await useUp('asha');
  const words = wordsOf(await says('asha', 'Who owns this policy?'));
  expect(words).toContain('Let me catch up with you');
  expect(words).toContain('try again in 20 seconds');
  expect(words).toContain('A report can be made at any time');
  expect(words).not.toMatch(/limit|too many|abuse|blocked|error/i);
  expect(slowed).toEqual(['person']);
  world.now = new Date(world.now.getTime() + 20_000);
  expect(cardsOf(await says('asha', 'Who owns this policy?'))).toEqual(['policy-answer']);
});

test('a press is answered beside its card, so that what was typed stays on it', async () => {
  await useUp('asha');
  expect(cardsOf(await presses('asha', 'my-reports'))).toEqual(['toast']);
});

test('cards that a client renews by itself use up nothing, and have bounds of their own', async () => {
  for (let count = 0; count < 3; count++) await presses('asha', 'refresh-incident', { reference: 'CIP-00000-00000' });
  expect(cardsOf(await says('asha', 'Who owns this policy?'))).toEqual(['policy-answer']);
  expect(slowed).toEqual([]);
  await presses('asha', 'refresh-report', { reference: 'CIP-00000-00000' });
  expect(slowed).toEqual(['person']);
});

test('a whole organisation in a hurry waits too, and one of another is not kept by it', async () => {
  for (const who of ['asha', 'tom', 'rhys']) await useUp(who);
  expect(wordsOf(await says('helen', 'Who owns this policy?'))).toContain('Many people are asking just now');
  expect(slowed.at(-1)).toBe('tenant');
});

describe('however much was asked before, by them and by everybody', () => {
  beforeEach(async () => {
    for (const who of ['asha', 'tom', 'rhys', 'helen']) await useUp(who, 5);
    slowed.length = 0;
  });

  test.each([
    ['asked for in words', () => says('asha', 'I want to report bullying'), 'before-you-report'],
    ['asked for with a button', () => presses('asha', 'open-report'), 'before-you-report'],
    ['with its level chosen', () => presses('asha', 'open-report-form', { level: 'named' }), 'report-form'],
    ['filled in', () => presses('asha', 'file-report', form()), 'report-receipt'],
    ['filled in without an answer', () => presses('asha', 'file-report', form({ when: '' })), 'report-form'],
    ['in need of advice', () => presses('asha', 'ask-advice'), 'notice'],
  ])('a first report is taken: %s', async (_name, act, card) => {
    expect(cardsOf(await act())[0]).toBe(card);
    expect(slowed).toEqual([]);
  });

  test.each([
    ['by itself', () => says('asha', 'I want to kill myself')],
    ['inside a draft', () => presses('asha', 'check-draft', { draft: 'I am going to end my life tonight' })],
    ['inside a question', () => presses('asha', 'ask-policy', { question: 'what if I end my life tonight' })],
    ['inside a note', () => presses('asha', 'add-note', { reference: 'CIP-1', text: 'I want to kill myself' })],
  ])('words of danger bring help first: %s', async (_name, act) => {
    expect(cardsOf(await act())[0]).toBe('crisis');
  });

  test('words of danger in a channel bring help in the own chat, as ever', async () => {
    const replies = await turn('asha', readSentence('I want to kill myself'), 'channel');
    expect(privatelyOf(replies).map(({ name }) => name)).toContain('crisis');
  });
});

test('forms that lack something never count, and many taken reports in an hour do', async () => {
  for (let count = 0; count < 60; count++) await presses('asha', 'file-report', form({ when: '' }));
  for (let count = 0; count < 20; count++)
    expect(cardsOf(await presses('asha', 'file-report', form()))[0]).toBe('report-receipt');
  const words = wordsOf(await presses('asha', 'file-report', form()));
  expect(words).toContain('All of your earlier reports are stored');
  expect(slowed).toEqual(['reports']);
  expect(cardsOf(await presses('asha', 'file-report', form({ safeNow: 'no' })))[0]).toBe('crisis');
  expect(cardsOf(await presses('tom', 'file-report', form()))[0]).toBe('report-receipt');
  world.now = new Date(world.now.getTime() + 3_600_001);
  expect(cardsOf(await presses('asha', 'file-report', form()))[0]).toBe('report-receipt');
});
