import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { type Chat, openChat } from './chat.ts';
import { type Product, startProduct } from './product.ts';

/** The whole product as a newcomer meets it: started, driven in a real browser, ended. Each test goes on where the last stopped. */
let product: Product;
let chat: Chat;

beforeAll(async () => {
  product = await startProduct();
  chat = await openChat(product.chatUrl);
}, 240_000);
afterAll(async () => {
  await chat?.close();
  await product?.stop();
}, 60_000);
jest.setTimeout(120_000);

const drafts = [
  'Dave the porter is a lazy idiot and everyone at the trust hates him',
  'Great day with the team at the Christmas party',
] as const;
const happened = 'A colleague keeps posting insults about me on Facebook';
let reference = '';

test('greets with the three jobs', async () => {
  const greeting = await chat.card('I can do three things');
  expect(await chat.textOf(greeting)).toMatch(/policy question[\s\S]*draft[\s\S]*report of bullying/i);
  await chat.picture('1-welcome');
});

test('says on which address it listens, and that there is no sign-in', () => {
  expect(product.output()).toContain(product.chatUrl);
  expect(product.output()).toContain('this machine only');
});

test('answers a question with the clause, its force, its edition, and that the review is overdue', async () => {
  await chat.say('Can I say where I work on Instagram?');
  const answer = await chat.card('What the policy says');
  const text = await chat.textOf(answer);
  expect(text).toContain('it is acceptable for staff to say they work for the NHS or ICB');
  expect(text).toMatch(/6\.1\.2\s+\(should\)/);
  expect(text).toMatch(/version 1\.0, in effect since 1 July 2022/);
  expect(text).toMatch(/due for review on 1 September 2023/);
  await chat.picture('2-answer');
  await chat.press(answer, 'Show the section');
  await chat.card('The section, word for word');
});

test('opens the clause in the policy, where it can be asked about, and where one can be somebody', async () => {
  const answer = await chat.card('What the policy says');
  const opened = chat.page.context().waitForEvent('page');
  await answer.getByText('Open in the policy').click();
  const tab = await opened;
  expect(tab.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/tab#\/policy\/6\.1\.2$/);
  await tab.getByRole('button', { name: 'Ask about this clause' }).waitFor();
  await tab.getByLabel('Act as', { exact: true }).selectOption({ label: 'Priya Nandakumar, HR caseworker' });
  await tab.getByRole('link', { name: 'Incidents' }).click();
  await tab.getByText('No incident waits for you here.').waitFor();
  await tab.close();
});

test('says so when it is not asked about the policy, and when the policy is silent', async () => {
  await chat.say('How many days of annual leave do I get?');
  await chat.card('outside what I know');
  await chat.say('Does the social media policy say how many followers I may have?');
  await chat.card('The policy does not say');
  await chat.picture('3-silent');
});

test('checks a draft, marks the words, and checks the edited draft again', async () => {
  await chat.say(`Can I post this: ${drafts[0]}`);
  const verdict = await chat.card('Stop: do not post this');
  await chat.card(/Show clause 6\.1\.3\([de]\)/);
  await chat.picture('4-verdict');
  await chat.press(verdict, 'Edit and check again');
  await chat.fill(verdict, 'Your draft', drafts[1]);
  await chat.press(verdict, 'Check again');
  await chat.card('This is not approval');
});

test('puts help first when life is in danger', async () => {
  await chat.say('i cant go on, i want to kill myself');
  await chat.card(/116 123/);
  await chat.picture('5-crisis');
});

test('takes a report by keyboard alone: who reads it, the form, a receipt', async () => {
  const { keyboard } = chat.page;
  await chat.say('someone is bullying me on Facebook');
  const before = await chat.card('Before you write a word');
  await chat.picture('6-before');
  await chat.tabTo(before.getByRole('button', { name: 'Report with my name' }));
  await keyboard.press('Space');
  const form = await chat.card('What happened?');
  await chat.tabTo(form.getByRole('button', { name: 'Send the report' }));
  await keyboard.press('Space');
  await chat.see('Please say roughly when');
  await chat.tabTo(form.getByLabel(/What happened/));
  await keyboard.type(happened);
  await chat.tabTo(form.getByLabel(/Roughly when/));
  await keyboard.type('since last week');
  await chat.tabTo(form.getByLabel('Yes', { exact: true }));
  await keyboard.press('Space');
  await chat.picture('7-form');
  await chat.tabTo(form.getByRole('button', { name: 'Send the report' }));
  await keyboard.press('Space');
  const receipt = await chat.card('Your report is stored');
  reference = /CIP-[\w-]+/.exec(await chat.textOf(receipt))?.[0] ?? '';
  expect(reference).not.toBe('');
  await chat.picture('8-receipt');
});

test('alerts the casework team, each by name, without a word of what happened', async () => {
  const alert = await chat.card('this alert goes to Priya');
  expect(await chat.textOf(alert)).toContain(reference);
  expect(await chat.textOf(alert)).not.toContain('insults');
  await chat.card('this alert goes to Colin');
  await chat.picture('9-alerts');
});

test('refuses the incident to who reported it, and opens it to the caseworker', async () => {
  const alert = await chat.card('this alert goes to Priya');
  await chat.press(alert, 'Open');
  await chat.see(/cannot|not found|no incident/i);
  await chat.say('act as Priya');
  await chat.card('You are now Priya');
  await chat.press(alert, 'Open');
  const incident = await chat.card(`Incident ${reference}`);
  expect(await chat.textOf(incident)).toContain(happened);
  await chat.picture('10-incident');
});

test('lets the caseworker acknowledge, and the reporter see it', async () => {
  const incident = await chat.card(`Incident ${reference}`);
  await chat.press(incident, 'Acknowledge');
  await chat.see('Message to the reporter (optional)');
  await chat.press(incident, 'Acknowledge');
  const news = await chat.card('this alert goes to Asha');
  await chat.card('This has moved on');
  await chat.say('act as Asha');
  await chat.card('You are now Asha');
  await chat.press(news, 'Open');
  await chat.card(`Your report ${reference}`);
  await chat.say('my reports');
  await chat.card(new RegExp(`${reference}\\s+A caseworker is on it`));
  await chat.picture('11-status');
});

test('leaves no word of a draft, a question or a report readable in its data, its log or what it prints', () => {
  const folder = product.dataFolder;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['store.sqlite', 'log.jsonl']));
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(join(parentPath, name));
    for (const words of [...drafts, happened, 'where I work on Instagram', 'want to kill myself'])
      expect({ name, words, found: bytes.includes(words) }).toEqual({ name, words, found: false });
  }
  for (const words of drafts) expect(product.output()).not.toContain(words);
});

test('keeps what was written when it is started again', async () => {
  await chat.close();
  const { dataFolder } = product;
  expect(await product.stop({ keepData: true })).toBe(0);
  await expect(fetch(product.chatUrl)).rejects.toThrow();
  await expect(fetch(product.botUrl)).rejects.toThrow();
  product = await startProduct({ DATA_DIR: dataFolder });
  chat = await openChat(product.chatUrl);
  await chat.say('my reports');
  await chat.card(new RegExp(`${reference}\\s+A caseworker is on it`));
  expect(chat.troubles).toEqual([]);
}, 240_000);
