import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type Locator, chromium as launcher, type Page } from 'playwright-core';

/** One person at the Playground's page in a real browser. Waits end after `patience` ms, with the page's text in the error. */
export interface Chat {
  readonly page: Page;
  /** Types a message and sends it. */
  say(text: string): Promise<void>;
  /** The newest card that has this text, once it is there. */
  card(text: string | RegExp): Promise<Locator>;
  /** Types into the input of this label. */
  fill(card: Locator, label: string | RegExp, value: string): Promise<void>;
  /** Chooses from a closed list (compact) or ticks a choice that is shown (expanded). */
  choose(card: Locator, label: string | RegExp, choice: string): Promise<void>;
  /** What the card shows, as it is laid out. */
  textOf(card: Locator): Promise<string>;
  press(card: Locator, button: string | RegExp): Promise<void>;
  /** Moves the focus there as somebody without a mouse does, by Tab, back by Shift and Tab, into a message by Enter. */
  tabTo(target: Locator): Promise<void>;
  /** Waits until the page shows this text anywhere. */
  see(text: string | RegExp): Promise<void>;
  /** All text of the page's cards, oldest first. */
  cards(): Promise<readonly string[]>;
  /** Keeps a picture of the page in var/screenshots. */
  picture(name: string): Promise<void>;
  /** What the page threw, and what it warned of unsupported things. */
  readonly troubles: readonly string[];
  close(): Promise<void>;
}

const patience = 45_000;
const pictures = join(import.meta.dirname, '../../var/screenshots');

/** Opens the page and waits for the greeting, which comes with the installation that opening it means. */
export async function openChat(url: string, browser?: Browser): Promise<Chat> {
  const own = browser ?? (await openBrowser());
  const page = await own.newPage({ viewport: { width: 1280, height: 1000 } });
  page.setDefaultTimeout(patience);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  const chat = chatOn(page, troubles, () => (browser === undefined ? own.close() : page.close()));
  await chat.card(/./);
  return chat;
}

/** Chromium as it comes in an npm package: nothing has to be installed on the machine. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  return launcher.launch({ executablePath, headless: true, args: [...chromium.args, '--no-sandbox'] });
}

function chatOn(page: Page, troubles: readonly string[], close: () => Promise<void>): Chat {
  const allCards = page.locator('.ac-adaptiveCard');
  const box = page.locator('[role=textbox][contenteditable=true]').last();

  async function waitFor(what: Locator, wanted: unknown): Promise<Locator> {
    try {
      await what.waitFor();
      return what;
    } catch {
      throw new Error(
        `waited in vain for ${wanted}; the page says:\n${(await page.locator('body').allInnerTexts()).join().slice(-3_000)}`,
      );
    }
  }

  return {
    page,
    troubles,
    close,
    async say(text) {
      await box.click();
      await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
    },
    card: (text) => waitFor(allCards.filter({ hasText: text }).last(), text),
    async fill(card, label, value) {
      await (await waitFor(card.getByLabel(label), label)).fill(value);
    },
    async choose(card, label, choice) {
      const list = card.getByRole('combobox', { name: label });
      if ((await list.count()) > 0) {
        await list.click();
        await page.getByRole('option', { name: choice }).click();
      } else await card.getByLabel(choice, { exact: true }).check();
    },
    textOf: async (card) => (await card.allInnerTexts()).join('\n'),
    async press(card, button) {
      await (await waitFor(card.getByRole('button', { name: button }).last(), button)).click();
    },
    async tabTo(target) {
      const wanted = await waitFor(target.last(), target);
      const next = () =>
        wanted.evaluate((element) => {
          const active = element.ownerDocument.activeElement;
          if (active === null || active === element) return null;
          // In this chat client a message is one stop, and Enter leads into it.
          if (active.contains(element) && active.hasAttribute('tabindex')) return 'Enter';
          // 4: it comes after.
          const behind = active.compareDocumentPosition(element) & 4;
          return behind ? 'Tab' : 'Shift+Tab';
        });
      for (let presses = 0; presses < 60; presses++) {
        const key = await next();
        if (key === null) return;
        await page.keyboard.press(key);
      }
      throw new Error(`no Tab leads to ${wanted}`);
    },
    async see(text) {
      await waitFor(page.getByText(text).last(), text);
    },
    cards: () => allCards.allInnerTexts(),
    async picture(name) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
  };
}
