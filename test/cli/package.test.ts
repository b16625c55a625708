import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { variables } from './app-package/sample.ts';
import { call } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'can-i-post-package-'));
const before = { ...process.env };
afterEach(() => {
  for (const name of Object.keys(variables)) delete process.env[name];
  Object.assign(process.env, before);
});

test('makes an archive of three files at its root, the same each time, with no hole left', async () => {
  Object.assign(process.env, variables);
  const files = ['one.zip', 'two.zip'].map((name) => join(folder, name));
  for (const file of files) expect(await call(['package', '--out', file])).toMatchObject({ code: 0 });
  const [one, two] = files.map((file) => readFileSync(file));
  expect(one?.equals(two as Buffer)).toBe(true);
  const unpacked = unzipSync(new Uint8Array(one as Buffer));
  expect(Object.keys(unpacked).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
  const manifest = new TextDecoder().decode(unpacked['manifest.json']);
  expect(manifest).not.toContain('${{');
  expect(JSON.parse(manifest)).toMatchObject({ id: variables.TEAMS_APP_ID, name: { short: 'Can I Post? (dev)' } });
});

test('says what is not set, and makes nothing', async () => {
  const { code, err } = await call(['package', '--out', join(folder, 'none.zip')]);
  expect(code).toBe(1);
  expect(err).toContain('Not set: BOT_ID');
  expect(err).toContain('No package was made');
  expect(() => readFileSync(join(folder, 'none.zip'))).toThrow();
});

test.each([
  [['--env', 'moon'], 1, 'There is no environment "moon"'],
  [['--env', '../../etc'], 1, 'There is no environment'],
  [['--cats'], 2, 'See --help'],
  [['--env'], 2, 'See --help'],
])('%j is refused with %i', async (args, code, words) => {
  const answer = await call(['package', ...args]);
  expect(answer.code).toBe(code);
  expect(answer.err).toContain(words);
});
