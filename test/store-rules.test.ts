import { existsSync, readFileSync } from 'node:fs';
import { cardNames } from '../src/cards/fill.ts';
import { chatLink, tabLink } from '../src/cards/tab-links.ts';
import type { Reply } from '../src/requests/turn.ts';
import { everyCard } from './cards/every-card.ts';
import { own } from './cli/app-package/sample.ts';
import { cardsOf, openWorld, type World, wordsOf } from './requests/world.ts';

/** What Microsoft's store asks that no other test asks; and that docs/store-rules.md names tests that there are. */
const rows = readFileSync('docs/store-rules.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| rule'));

test.each(rows)('%s', (row) => {
  const [, file = '', title = ''] = /`(test\/[\w/-]+\.test\.ts)` "(.+)" \|$/.exec(row) ?? [];
  expect([row, existsSync(file)]).toEqual([row, true]);
  expect(readFileSync(file, 'utf8')).toContain(title);
});

test('the description says how to begin, who may use it, and what it is not', () => {
  const { description } = JSON.parse(own.manifest);
  for (const words of [
    'type a question',
    'Type help',
    'for members of the organisation',
    'no legal advice',
    'call 999',
  ])
    expect(description.full).toContain(words);
});

let world: World;
let switchedOff: World;
beforeAll(async () => {
  world = await openWorld();
  switchedOff = await openWorld({ switches: { answers: false, draftCheck: false, reporting: false } });
});
afterAll(async () => {
  await world.close();
  await switchedOff.close();
});

// biome-ignore lint/suspicious/noExplicitAny: cards are trees of anything
function nodes(node: any): any[] {
  if (typeof node !== 'object' || node === null) return [];
  return [...(Array.isArray(node) ? [] : [node]), ...Object.values(node).flatMap(nodes)];
}

const nextStep = /\b(?:try|ask|check|open|send|type|choose|paste|write|mention|call|come back)\b/i;

/** Whether there is a button, a box to fill in, or a word on what to do next. */
function goesOn(replies: readonly Reply[]): boolean {
  const all = replies.flatMap((reply) => (reply.kind === 'toast' ? [] : nodes(reply.card.content)));
  return all.some(({ type }) => /^(?:Action|Input)\./.test(type)) || nextStep.test(wordsOf(replies));
}

describe('no answer is a dead end', () => {
  test.each([
    'What is the weather?',
    '🙃',
    'xqzt blorp',
    'are tweets archived?',
    'what does clause 9.9.9 say?',
    'my reports',
    'my incidents',
    'CIP-00000-00000',
    'thanks',
    'what data do you hold on me?',
    'I am in tears and do not know who to talk to',
    'I want to kill myself',
  ])('%s', async (said) => {
    expect(goesOn(await world.says('asha', said))).toBe(true);
    expect(goesOn(await switchedOff.says('asha', said))).toBe(true);
  });

  test.each<[string, object]>([
    ['no-such-button', {}],
    ['show-section', {}],
    ['show-section', { clause: '99' }],
    ['open-incident', { reference: 'CIP-00000-00000' }],
    ['report-status', { reference: 'CIP-00000-00000', code: '' }],
    ['move-incident', { reference: 'CIP-00000-00000', move: 'triage', version: 1 }],
    ['file-report', { level: 'named', nonce: 'n'.repeat(20) }],
    ['act-as', { person: 'x' }],
  ])('%s %j', async (verb, data) => {
    expect(goesOn(await world.presses('asha', verb, data))).toBe(true);
  });
});

test.each([
  'help',
  'hi',
  'can I say where I work?',
  'can I post this? Great day',
  'someone is bullying me',
  'my reports',
])('one card answers, not several: %s', async (said) => {
  expect(cardsOf(await world.says('asha', said))).toHaveLength(1);
});

const cards = cardNames.flatMap((name) =>
  everyCard[name].map((make, index) => [`${name} ${index + 1}`, make] as const),
);

test.each(cards)('%s takes its colours from the theme', (_name, make) => {
  const content = nodes(make().content);
  for (const node of content) {
    expect(
      Object.keys(node).filter((key) => /^(?:backgroundColor|backgroundImage|foregroundColor|style\.color)$/.test(key)),
    ).toEqual([]);
    for (const key of ['color', 'style']) if (typeof node[key] === 'string') expect(node[key]).not.toMatch(/^#/);
  }
});

test('links to the tab and to the chat stay in Teams where the app is known', () => {
  const tab = { endpoint: 'https://bot.example.org/tab', appId: 'a1b2c3d4-0000-4000-8000-000000000001' };
  expect(tabLink(tab, 'policy', '6.1.3')).toMatch(
    /^https:\/\/teams\.microsoft\.com\/l\/entity\/a1b2c3d4-[0-9a-f-]+\/policy\?/,
  );
  expect(chatLink('a1b2c3d4-0000-4000-8000-000000000002')).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/chat\//);
});
