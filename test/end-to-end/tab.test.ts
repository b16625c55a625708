import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { addNote } from '../../src/casework/act-on-incident.ts';
import { addEvidence } from '../../src/casework/evidence.ts';
import { file, who } from '../casework/world.ts';
import { startTabWorld, type TabWorld } from '../tab/tab-world.ts';
import { openInTeams, openStrictBrowser, type TeamsHost, themes } from './teams-host.ts';

/** The tab as people meet it: in a page that speaks Teams' protocol, with tokens, in a real browser. */
let tab: TabWorld;
let browser: Browser;
let reference = '';
jest.setTimeout(120_000);

beforeAll(async () => {
  [tab, browser] = [await startTabWorld(), await openStrictBrowser()];
  reference = (await file(tab.casework)).reference;
  const bytes = new TextEncoder().encode('Everybody laughed at <b>her</b>.');
  await addEvidence(tab.casework, who('Asha'), reference, { name: 'what he wrote.txt', bytes });
  for (let count = 0; count < 7; count++)
    await file(tab.casework, { subjects: [{ name: who('Grace').name, oid: who('Grace').oid }] }, who('Jamie'));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await tab?.stop();
}, 60_000);

const as = (firstName: string) => ({ token: () => tab.token(firstName) });
const at = (hash: string) => ({ tab: `${tab.root}/tab${hash}` });

/** Everything that can be seen, with how one gets there. */
const views: readonly [name: string, firstName: string, hash: string, open: (host: TeamsHost) => Promise<void>][] = [
  ['policy', 'Asha', '#/policy', async ({ frame }) => void (await frame.getByRole('heading', { level: 1 }).waitFor())],
  [
    'policy-search',
    'Asha',
    '#/policy',
    async ({ frame }) => {
      await frame.getByLabel(/Search the policy/).fill('Can I say where I work?');
      await frame.getByRole('heading', { name: 'The policy says' }).waitFor();
    },
  ],
  [
    'policy-ask',
    'Asha',
    '#/policy/6.1.3(b)',
    async ({ frame }) => {
      await frame.getByRole('button', { name: 'Ask about this clause' }).click();
      await frame.getByLabel(/Your question/).fill('Can I post about a patient without a name?');
      await frame.getByRole('button', { name: 'Ask', exact: true }).click();
      await frame.locator('.answer').waitFor();
    },
  ],
  ['incidents', 'Priya', '#/incidents', async ({ frame }) => frame.getByRole('link', { name: reference }).waitFor()],
  [
    'incident',
    'Priya',
    '#/incidents/REFERENCE',
    async ({ frame }) => {
      await frame.getByRole('button', { name: /^Open what he wrote/ }).click();
      await frame.getByText('Everybody laughed at <b>her</b>.').waitFor();
      await frame.getByRole('button', { name: 'Show the audit trail' }).click();
      await frame.getByRole('button', { name: 'Name somebody involved' }).click();
      await frame.getByRole('button', { name: 'Name somebody involved' }).last().click();
      await frame.getByText('Give this first.').first().waitFor();
    },
  ],
  [
    'figures',
    'Dev',
    '#/figures',
    async ({ frame }) => {
      await frame.getByText('The same as a table').first().click();
      await frame.getByRole('columnheader', { name: 'Total' }).first().waitFor();
    },
  ],
  ['not-yours', 'Jamie', '#/incidents', async ({ frame }) => frame.getByText('Nothing waits for you here').waitFor()],
];

describe.each(views)('%s', (name, firstName, hash, open) => {
  test('has no flaw that axe-core finds, in any theme, wide or narrow', async () => {
    const place = at(hash.replace('REFERENCE', reference));
    const host = await openInTeams(browser, { ...as(firstName), ...place });
    await open(host);
    for (const width of [1_000, 320]) {
      await host.page.setViewportSize({ width, height: 900 });
      // Room changes where things stand, a theme their colours: each is tried with one of the other.
      for (const theme of width === 320 ? themes.slice(0, 1) : themes) {
        await host.setTheme(theme);
        await host.picture(`tab-${name}-${theme}-${width}`);
        expect({ name, theme, width, flaws: await host.flaws() }).toEqual({ name, theme, width, flaws: [] });
      }
      const overflow = await host.frame.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect({ name, width, overflow: Math.max(0, overflow) }).toEqual({ name, width, overflow: 0 });
    }
    expect(host.troubles).toEqual([]);
    await host.close();
  });
});

test('a deep link of Teams opens its clause, with the focus on it', async () => {
  const host = await openInTeams(browser, { ...as('Asha'), ...at('#/policy'), entity: 'policy', sub: '6.1.3(a)' });
  await host.frame.getByRole('button', { name: 'Ask about this clause' }).waitFor();
  expect(await host.frame.evaluate('document.activeElement?.id')).toBe('clause-6.1.3(a)');
  expect(await host.calls()).toEqual(
    expect.arrayContaining(['initialize', 'getContext', 'appInitialization.success', 'authentication.getAuthToken']),
  );
  await host.close();
});

test('without a token the policy is there to read, and the rest says what to do', async () => {
  const refused = async () => {
    throw new Error('resourceDisabled');
  };
  const host = await openInTeams(browser, { token: refused, ...at('#/incidents') });
  await host.frame.getByText('Teams could not sign you in').waitFor();
  await host.frame.getByRole('link', { name: 'Policy' }).click();
  await host.frame.getByRole('heading', { name: 'Social Media Policy' }).waitFor();
  await host.close();
});

test('in a browser by itself the policy can be read and asked, without signing in', async () => {
  const page = await browser.newPage();
  await page.goto(`${tab.root}/tab#/policy/6.1.2`);
  await page.getByRole('button', { name: 'Ask about this clause' }).waitFor();
  await page.goto(`${tab.root}/tab#/incidents`);
  await page.getByText('Open this page in Microsoft Teams').waitFor();
  await page.close();
});

test('nobody else can put it into a frame', async () => {
  const host = await openInTeams(browser, { ...as('Asha'), ...at('#/policy'), origin: 'https://evil.example' });
  await host.page.waitForTimeout(1_000);
  expect(await host.frame.getByRole('heading', { level: 1 }).count()).toBe(0);
  expect(host.troubles.join()).toContain('frame-ancestors');
  await host.close();
});

test('a move by keyboard alone, from the policy to the incident acknowledged', async () => {
  const host = await openInTeams(browser, { ...as('Priya'), ...at('#/policy') });
  const { page, frame } = host;
  await frame.getByRole('link', { name: 'Incidents' }).waitFor();
  const focused = () => frame.evaluate<string>("document.activeElement?.textContent ?? ''");
  const tabTo = async (words: string) => {
    for (let presses = 0; (await focused()) !== words; presses++) {
      if (presses === 60) throw new Error(`60 presses of Tab do not lead to “${words}” but to “${await focused()}”`);
      await page.keyboard.press('Tab');
    }
  };
  await page.locator('iframe').focus();
  await tabTo('Incidents');
  await page.keyboard.press('Enter');
  await frame.getByRole('link', { name: reference }).waitFor();
  expect(await focused()).toBe('Incidents');
  await tabTo(reference);
  await page.keyboard.press('Enter');
  await frame.getByRole('button', { name: 'Acknowledge' }).waitFor();
  await tabTo('Acknowledge');
  await page.keyboard.press('Enter');
  await frame.getByLabel(/Message to the reporter/).waitFor();
  await page.keyboard.type('Thank you. I have read it.');
  await tabTo('Acknowledge');
  await page.keyboard.press('Enter');
  await frame.getByRole('button', { name: 'Record the triage' }).waitFor();
  expect(await focused()).toBe(`Incident ${reference}`);
  await frame.getByText('Thank you. I have read it.').waitFor();
  await host.close();
});

test('what somebody else does shows without a reload, and is said', async () => {
  const host = await openInTeams(browser, { ...as('Priya'), ...at(`#/incidents/${reference}`) });
  await host.frame.getByRole('heading', { name: 'History' }).waitFor();
  await addNote(tab.casework, who('Colin'), reference, 'Rang the reporter just now.');
  await host.frame.getByText('Rang the reporter just now.').waitFor();
  expect(await host.frame.getByRole('status').first().textContent()).toContain('has just changed');
  await host.close();
});
