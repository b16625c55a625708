import { jest } from '@jest/globals';
import { type Chat, openChat } from './chat.ts';
import { type Product, startProduct } from './product.ts';

/** The group chat of the Playground, where others read along, and the chat with the bot alone beside it. */
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

const open = (name: 'Group chat' | 'Personal Chat') => chat.page.getByText(name, { exact: true }).first().click();

/** Types a message that mentions the bot, which is chosen from the list that "@" opens. */
async function mention(text: string): Promise<void> {
  await chat.page.locator('[role=textbox][contenteditable=true]').last().click();
  await chat.page.keyboard.type('@Can');
  await chat.page.locator('#typeahead-menu [role=menuitem]').filter({ hasText: 'Can I Post?' }).click();
  await chat.page.keyboard.insertText(` ${text}`);
  await chat.page.keyboard.press('Enter');
}

test('greets the group, naming who added it, and answers the policy there', async () => {
  await open('Group chat');
  await chat.card('Asha Okafor added me to this conversation');
  await mention('can I say where I work on Instagram?');
  expect(await chat.textOf(await chat.card('What the policy says'))).toContain('6.1.2');
  await chat.picture('group-1-policy');
});

test('takes a draft and a cry for help to the chat with one person alone', async () => {
  await mention('can I post this? "Dave the porter is a lazy idiot and everyone hates him"');
  await chat.card('I have written to you in our own chat');
  await mention('I want to kill myself');
  await chat.page.waitForTimeout(1_000);
  for (const card of await chat.cards()) expect(card).not.toMatch(/lazy idiot|116 123|safety/i);
  await chat.picture('group-2-private');
  await open('Personal Chat');
  expect(await chat.textOf(await chat.card('I keep no copy of your draft'))).toContain('lazy idiot');
  expect(await chat.textOf(await chat.card('Your safety comes first'))).toContain('116 123');
  await chat.picture('group-3-alone');
  expect(chat.troubles).toEqual([]);
});

test('a message becomes a report by the action in its menu, in a dialog', async () => {
  const { page } = chat;
  const dialog = page.getByRole('dialog');
  const press = (button: string) => dialog.getByRole('button', { name: button, exact: true }).click();
  const menus = page.getByRole('button', { name: 'Show more information' });
  const before = await menus.count();
  await chat.say('Tom Ashdown says the new girl is useless');
  // The message and the answer to it have one each.
  await menus.nth(before + 1).waitFor();
  await menus.nth(before).click({ force: true });
  await page.getByRole('menuitem').filter({ hasText: 'Action Command' }).click();
  await dialog.locator('input').first().fill('report-message');
  await press('Create');
  await dialog.getByText('Before you write a word').waitFor();
  await chat.picture('group-4-dialog');
  await press('Report with my name');
  await dialog.getByLabel('What happened?').waitFor();
  expect(await dialog.getByLabel('What happened?').inputValue()).toContain(
    '“Tom Ashdown says the new girl is useless”',
  );
  await dialog.getByLabel('Yes', { exact: true }).check();
  await chat.picture('group-5-form');
  await press('Send the report');
  await dialog.getByText(/CIP-[0-9A-Z]{5}-[0-9A-Z]{5}/).waitFor();
  await chat.picture('group-6-receipt');
});
