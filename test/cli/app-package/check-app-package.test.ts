import { PNG } from 'pngjs';
import { checkAppPackage } from '../../../src/cli/app-package/check-app-package.ts';
import { fillManifest, holesOf, type Manifest } from '../../../src/cli/app-package/fill-manifest.ts';
import { own, variables } from './sample.ts';

/** The problems of the package with its manifest changed. */
async function problemsWith(change: (manifest: Manifest) => void): Promise<readonly string[]> {
  const manifest = fillManifest(own.manifest, variables);
  change(manifest);
  return (await checkAppPackage({ ...own, manifest: JSON.stringify(manifest) }, variables)).problems;
}

function picture(size: number, point: readonly [number, number, number, number]): Uint8Array {
  const drawn = new PNG({ width: size, height: size });
  for (let at = 0; at < drawn.data.length; at += 4) drawn.data.set(point, at);
  return PNG.sync.write(drawn);
}

test('the package of this repository is in order, and everything of it was looked at', async () => {
  expect(await checkAppPackage(own, variables)).toMatchObject({ problems: [], unseen: [] });
});

test('values are put in as they are, whatever characters they have', () => {
  expect(fillManifest(own.manifest, variables).developer.name).toBe('Sample "quoted" organisation');
});

test('every variable that is empty is named at once, with its meaning', () => {
  expect(() => fillManifest(own.manifest, {})).toThrow(/TEAMS_APP_ID: the app's own id.*BOT_ID: the application/s);
  for (const name of holesOf(own.manifest).filter((hole) => hole !== 'APP_NAME_SUFFIX'))
    expect(() => fillManifest(own.manifest, { ...variables, [name]: ' ' })).toThrow(`Not set: ${name}: `);
  expect(fillManifest(own.manifest, { ...variables, APP_NAME_SUFFIX: '' }).name.short).toBe('Can I Post?');
});

describe('refused, with what to change', () => {
  test.each<[string, (manifest: Manifest) => void, RegExp]>([
    [
      'a version that nobody knows',
      (m) => {
        m.manifestVersion = '9.99';
      },
      /none that I have a schema of/,
    ],
    [
      'a property of nobody',
      (m) => {
        m.cats = true;
      },
      /additional properties \(cats\)/,
    ],
    [
      'no privacy notice',
      (m) => {
        delete m.developer.privacyUrl;
      },
      /developer must have required property 'privacyUrl'/,
    ],
    [
      'an id that is none',
      (m) => {
        m.bots[0].botId = 'bot';
      },
      /bots\.0\.botId must match pattern/,
    ],
    [
      'too long a short name',
      (m) => {
        m.name.short = 'x'.repeat(31);
      },
      /name\.short must NOT have more than 30/,
    ],
    [
      'too long a description',
      (m) => {
        m.description.short = 'x'.repeat(81);
      },
      /description\.short/,
    ],
    [
      'thirteen commands',
      (m) => {
        m.bots[0].commandLists[0].commands = Array(13).fill({ title: 'Help', description: 'x' });
      },
      /must NOT have more than 12/,
    ],
    [
      'the name of Microsoft',
      (m) => {
        m.name.short = 'Teams Post Check';
      },
      /"Microsoft" or "Teams"/,
    ],
    [
      'a word for unfinished things',
      (m) => {
        m.name.short = 'Post beta';
      },
      /"beta"/,
    ],
    [
      'a hole',
      (m) => {
        m.description.full += [' $', '{{later}}'].join('');
      },
      /\$\{\{later\}\} is not filled in/,
    ],
    [
      'a version that is no number',
      (m) => {
        m.version = '1.0';
      },
      /must be three numbers/,
    ],
    [
      'http',
      (m) => {
        m.developer.websiteUrl = 'http://www.example.org';
      },
      /must be a public https address/,
    ],
    [
      'an address of this machine',
      (m) => {
        m.staticTabs[1].contentUrl = 'https://localhost:3978/tab';
      },
      /must be a public https address/,
    ],
    [
      'a tab elsewhere',
      (m) => {
        m.staticTabs[1].contentUrl = 'https://other.example.org/tab';
      },
      /not in validDomains/,
    ],
    [
      'a wildcard',
      (m) => {
        m.validDomains = ['*.azurewebsites.net'];
      },
      /without a wildcard/,
    ],
    [
      'a domain with an address',
      (m) => {
        m.validDomains = ['https://bot.example.org'];
      },
      /a host and nothing more/,
    ],
    [
      "the bot's registration for the tab",
      (m) => {
        m.webApplicationInfo.id = m.bots[0].botId;
      },
      /AAD_APP_CLIENT_ID must not be BOT_ID/,
    ],
    [
      "a resource of another's",
      (m) => {
        m.webApplicationInfo.resource = 'api://evil.example.org/x';
      },
      /resource must be api:\/\/bot\.example\.org/,
    ],
    [
      'two bots under one app',
      (m) => {
        m.composeExtensions[0].botId = m.id;
      },
      /must have the same id/,
    ],
    [
      'a scope without commands',
      (m) => {
        m.bots[0].commandLists.pop();
      },
      /scope team has no list/,
    ],
    [
      'no help',
      (m) => {
        m.bots[0].commandLists[0].commands.shift();
      },
      /have no Help/,
    ],
    [
      'a command twice',
      (m) => {
        m.bots[0].commandLists[0].commands.push({ title: 'help', description: 'x' });
      },
      /listed twice/,
    ],
    [
      'an action without its dialog',
      (m) => {
        delete m.composeExtensions[0].commands[0].fetchTask;
      },
      /needs "fetchTask": true/,
    ],
    [
      'rights over chats',
      (m) => {
        m.authorization = {
          permissions: { resourceSpecific: [{ name: 'ChatMessage.Read.Chat', type: 'Application' }] },
        };
      },
      /must not ask for "authorization"/,
    ],
  ])('%s', async (_name, change, words) => {
    expect((await problemsWith(change)).join('\n')).toMatch(words);
  });

  test.each<[string, object, RegExp]>([
    ['a colour icon of another size', { color: picture(96, [9, 9, 9, 255]) }, /color\.png is 96 by 96/],
    ['a colour icon with a hole', { color: picture(192, [9, 9, 9, 0]) }, /must fill its whole square/],
    ['an outline of another size', { outline: picture(64, [255, 255, 255, 255]) }, /outline\.png is 64 by 64/],
    ['an outline in colour', { outline: picture(32, [255, 0, 0, 255]) }, /must be white/],
    ['an outline that is a block', { outline: picture(32, [255, 255, 255, 255]) }, /drawing on a transparent ground/],
    ['an outline that is nothing', { outline: picture(32, [0, 0, 0, 0]) }, /drawing on a transparent ground/],
  ])('%s', async (_name, icons, words) => {
    expect((await checkAppPackage({ ...own, ...icons }, variables)).problems.join('\n')).toMatch(words);
  });
});
