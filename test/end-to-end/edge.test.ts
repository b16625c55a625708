import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { launchPlayground, type Playground } from '../../src/local/launch-playground.ts';
import { type Edge, startEdge } from '../teams/edge.ts';
import { type Chat, openChat } from './chat.ts';
import { freePort } from './product.ts';

jest.setTimeout(120_000);

/** The edge alone, with a toy product behind it: what the real renderer does with each kind of reply. */
let edge: Edge;
let playground: Playground;
let chat: Chat;
let directory: string;

beforeAll(async () => {
  edge = await startEdge();
  directory = mkdtempSync(join(tmpdir(), 'playground-'));
  const person = (number: number) => ({
    oid: `10000000-0000-4000-8000-00000000000${number}`,
    name: `Person Number${number}`,
    email: `person${number}@example.org`,
  });
  playground = await launchPlayground({
    botUrl: edge.url,
    directory,
    port: await freePort(),
    open: false,
    environment: process.env,
    tenant: '20000000-0000-4000-8000-000000000001',
    currentUser: person(1),
    others: [person(2), person(3)],
  });
  chat = await openChat(playground.url);
}, 120_000);

afterAll(async () => {
  await chat?.close();
  await playground?.stop();
  await edge?.stop();
  rmSync(directory, { recursive: true, force: true });
});

test('opening the page installs the app, and it greets once', async () => {
  expect(edge.turns.map(({ request }) => request.kind)).toEqual(['welcome']);
  expect(await chat.cards()).toHaveLength(1);
});

test('a message comes with the Entra identity of who sits there', async () => {
  await chat.say('hello there');
  await chat.card('you said: hello there');
  expect(edge.turns.at(-1)?.actor).toMatchObject({
    oid: '10000000-0000-4000-8000-000000000001',
    name: 'Person Number1',
  });
});

test('a pressed Action.Execute has its card replaced, with what was typed', async () => {
  await chat.say('execute');
  const card = await chat.card('you said: execute');
  await chat.fill(card, 'Your note', 'typed by hand');
  await chat.press(card, 'Replace');
  await chat.card('"note":"typed by hand"');
  expect((await chat.cards()).join()).not.toContain('you said: execute');
});

test('a toast is shown', async () => {
  await chat.say('toast');
  await chat.press(await chat.card('you said: toast'), 'Toast');
  await chat.see('toasted');
});

test('a pressed Action.Submit has its card replaced too', async () => {
  await chat.say('plain');
  const card = await chat.card('you said: plain');
  await chat.fill(card, 'Your note', 'sent plainly');
  await chat.press(card, 'Plain');
  await chat.card('"note":"sent plainly"');
});

test('in a group chat a mention of the bot is heard without the mention, and answered there', async () => {
  const { page } = chat;
  await page.getByRole('treeitem', { name: 'Group chat' }).click();
  const box = page.locator('[role=textbox][contenteditable=true]').last();
  await box.click();
  await page.keyboard.type('@');
  await page.getByRole('listbox').getByText('Can I Post?').click();
  await page.keyboard.type(' hello group');
  await page.keyboard.press('Enter');
  await chat.card('you said: hello group');
  expect(edge.turns.at(-1)?.place).toMatchObject({ kind: 'group', conversationId: '19:group-chat@thread.v2' });
  await page.getByRole('treeitem', { name: 'Personal Chat' }).click();
});

test('a failure is told in words', async () => {
  await chat.say('break');
  await chat.see('Something went wrong. Nothing was lost: try again.');
  expect(chat.troubles).toEqual([]);
});
