import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tabPages } from '../src/cards/tab-links.ts';
import { fillManifest } from '../src/cli/app-package/fill-manifest.ts';
import { readMessage } from '../src/requests/read-message.ts';
import { own, variables } from './cli/app-package/sample.ts';
import { cardsOf, openWorld, privatelyOf, type World, wordsOf } from './requests/world.ts';

/** What the app package promises to Teams, held against the product. */
const manifest = fillManifest(own.manifest, variables);
const [bot] = manifest.bots;
const [extension] = manifest.composeExtensions;
type Listed = readonly {
  readonly scopes: readonly string[];
  readonly commands: readonly { readonly title: string }[];
}[];
const titlesIn = (scope: string) =>
  (bot.commandLists as Listed)
    .filter(({ scopes }) => scopes.includes(scope))
    .flatMap(({ commands }) => commands.map(({ title }) => title));

const commandIds = (kind: string): readonly string[] =>
  (extension.commands as readonly { id: string; type: string }[])
    .filter(({ type }) => type === kind)
    .map(({ id }) => id);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** What each listed command brings, in the chat with one person. */
const brings: Readonly<Record<string, string>> = {
  Help: 'jobs',
  'Check a draft': 'check-form',
  'Check my profile': 'check-form',
  'Report bullying': 'before-you-report',
  'My reports': 'my-reports',
  'My incidents': 'my-incidents',
  'Can I say where I work?': 'policy-answer',
  'What data do you hold on me?': 'notice',
};

describe('every command that is listed works', () => {
  test('and none is listed that is not tried here', () => {
    expect(titlesIn('personal').toSorted()).toEqual(Object.keys(brings).sort());
    expect(titlesIn('team')).toEqual(titlesIn('groupChat'));
    expect(titlesIn('team').length).toBeGreaterThan(1);
  });

  test.each(titlesIn('personal'))('%s', async (title) => {
    const replies = await world.says('priya', title);
    expect(cardsOf(replies)).toEqual([brings[title]]);
    if (title.startsWith('What data')) expect(wordsOf(replies)).toContain('what is held about you');
  });

  test.each(titlesIn('team'))('%s, where others read along', async (title) => {
    const replies = await world.says('priya', title, 'channel');
    const [card] = privatelyOf(replies);
    if (card === undefined) expect(['notice', 'policy-answer']).toContain(cardsOf(replies)[0]);
    else expect(card.name).toBe(brings[title]);
    expect(wordsOf(replies)).not.toMatch(/could not read|outside what I know/);
  });

  test.each(['Hi', 'hello', 'Hello!', 'help', 'HELP', '?help', 'good morning', 'thanks'])(
    'and so does %s',
    async (said) => {
      for (const place of ['personal', 'channel'] as const) {
        const replies = await world.says('asha', said, place);
        expect(['jobs', 'notice']).toContain(cardsOf(replies)[0]);
        expect(wordsOf(replies)).not.toMatch(/could not read|outside what I know/);
      }
    },
  );

  test.each(commandIds('action'))('the message action %s', (id) => {
    const message = { words: 'You fool', link: '', at: '', author: null };
    expect(readMessage(id, message, []).kind).not.toBe('unreadable');
  });

  test('the search command, with the name of its parameter', () => {
    const [search] = extension.commands.filter(({ type }: { type: string }) => type === 'query');
    const edge = readFileSync('src/teams/read-dialog.ts', 'utf8');
    expect(edge).toContain(`'${search.id}'`);
    expect(edge).toContain(`name === '${search.parameters[0].name}'`);
  });
});

test('the tabs are those that there are, at the addresses that they have', () => {
  const tabs = manifest.staticTabs.filter(({ contentUrl }: { contentUrl?: string }) => contentUrl);
  expect(tabs.map(({ entityId }: { entityId: string }) => entityId)).toEqual([...tabPages]);
  for (const { entityId, contentUrl } of tabs) expect(contentUrl).toBe(`https://bot.example.org/tab#/${entityId}`);
});

test('docs/permissions.md justifies each permission that the app asks for', () => {
  const said = readFileSync(join('docs', 'permissions.md'), 'utf8');
  for (const permission of manifest.permissions) expect(said).toContain(`\`${permission}\``);
  for (const scope of bot.scopes) expect(said).toContain(`\`${scope}\``);
  for (const { type } of manifest.activities.activityTypes) expect(said).toContain(`\`${type}\``);
  for (const { id } of extension.commands) expect(said).toContain(`\`${id}\``);
  expect(said).toContain('`supportsFiles`');
});
