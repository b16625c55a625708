import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';

/** From the highest rung to the lowest. A folder imports from itself and from rungs below it. */
const rungs = [
  ['index', 'cli'],
  ['local'],
  ['teams', 'tab', 'mail'],
  ['requests'],
  ['casework', 'cards'],
  ['organisation'],
  ['store'],
  ['alerts'],
  ['people'],
  ['drafts', 'incidents', 'crisis', 'interpret'],
  ['policy'],
  ['text'],
] as const;

/** A library enters by one door. */
const doors: readonly { library: RegExp; door: RegExp; why: string }[] = [
  {
    library: /^(botbuilder|botframework-|restify)/,
    door: /^teams\//,
    why: 'a successor SDK must stay a change of one folder',
  },
  {
    library: /^(adaptivecards-templating|adaptive-expressions)/,
    door: /^cards\/fill\.ts$/,
    why: 'one place knows the traps of templating',
  },
  { library: /^(node:sqlite|pg)$/, door: /^store\//, why: 'everything else knows the narrow Store only' },
  {
    library: /^(js-)?yaml$/,
    door: /^organisation\//,
    why: 'policy files are read in one place, with file and line in every refusal',
  },
  { library: /^nodemailer/, door: /^mail\//, why: 'alerts leave through couriers, and this is the one by e-mail' },
  { library: /^@opentelemetry\//, door: /^teams\/trace\.ts$/, why: 'one place knows what a span may say' },
  { library: /^zod$/, door: /^(organisation|requests)\//, why: 'shapes are checked where data comes in' },
  { library: /^@microsoft\/teams-js/, door: /^tab\/page\//, why: 'the page alone runs inside Teams' },
  { library: /^(react|react-dom|@fluentui\/)/, door: /^tab\/page\//, why: 'the server renders no page' },
  { library: /^esbuild/, door: /^tab\/build\//, why: 'everything else is run as it is written' },
];

const pure = ['text', 'policy', 'drafts', 'incidents', 'crisis', 'interpret', 'alerts'];

const root = new URL('../src/', import.meta.url).pathname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const imports = files.flatMap((file) =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s+'([^']+)'|\bimport\('([^']+)'\)/g,
    ),
  ].map((match) => ({
    file: file.split(sep).join('/'),
    from: match[1] ?? match[2] ?? '',
  })),
);

const folderOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : 'index');
const rungOf = (folder: string) => rungs.findIndex((rung) => (rung as readonly string[]).includes(folder));

describe('the ladder', () => {
  test('reads a plausible number of imports', () => {
    expect(imports.length).toBeGreaterThan(50);
  });

  test('every folder of src stands on a rung', () => {
    expect(
      [...new Set(files.map((file) => folderOf(file.split(sep).join('/'))))].filter((folder) => rungOf(folder) < 0),
    ).toEqual([]);
  });

  test('a folder imports from itself and from lower rungs only', () => {
    const wrong = imports.filter(({ file, from }) => {
      if (!from.startsWith('.')) return false;
      const target = relative(root, normalize(join(root, dirname(file), from)))
        .split(sep)
        .join('/');
      if (target.startsWith('..')) return false;
      const [here, there] = [folderOf(file), folderOf(target)];
      return here !== there && rungOf(there) <= rungOf(here) && !(here === 'index' || here === 'cli');
    });
    expect(wrong.map(({ file, from }) => `${file} imports ${from}: it would point up the ladder`)).toEqual([]);
  });

  test.each(doors)('$library enters by its one door', ({ library, door, why }) => {
    expect(
      imports
        .filter(({ file, from }) => library.test(from) && !door.test(file))
        .map(({ file, from }) => `${file} imports ${from}: ${why}`),
    ).toEqual([]);
  });

  test('the pure folders import no node module, read no clock, draw no random number', () => {
    const wrong = imports
      .filter(({ file, from }) => pure.includes(folderOf(file)) && from.startsWith('node:'))
      .map(({ file, from }) => `${file}: ${from}`);
    for (const file of files.filter((name) => pure.includes(folderOf(name.split(sep).join('/'))))) {
      const source = readFileSync(join(root, file), 'utf8');
      if (/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.(env|argv|hrtime|exit|std|cwd|memory)/.test(source))
        wrong.push(`${file}: a clock, a random number or the environment`);
    }
    expect(wrong).toEqual([]);
  });

  test('only config.ts and the start of the program read the environment', () => {
    const readers = files.filter((file) => /\bprocess\.env\b/.test(readFileSync(join(root, file), 'utf8')));
    expect(readers.filter((file) => !['config.ts', 'index.ts'].includes(file) && !file.startsWith('cli'))).toEqual([]);
  });
});
