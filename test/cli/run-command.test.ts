import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../src/cli/run-command.ts';
import { call } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'run-command-'));
const before = { ...process.env };
beforeEach(() => Object.assign(process.env, { RUN_MODE: 'local', DATABASE_URL: '', DATA_KEY: '', DATA_DIR: folder }));
afterEach(() => {
  for (const name of ['RUN_MODE', 'DATABASE_URL', 'DATA_KEY', 'DATA_DIR', 'POLICY_DIR']) delete process.env[name];
  Object.assign(process.env, before);
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(Object.keys(commands))('%s --help says what it is for, and does nothing', async (name) => {
  const { code, out, err } = await call([name, '--help']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(new RegExp(`^\\S.+\\n\\n(.*\\n)*?.*npm run .*${name.replace(/-.*/, '')}`));
});

test.each([[[]], [['help']], [['--help']]])('%j lists every command', async (args) => {
  const { code, out } = await call(args);
  expect(code).toBe(0);
  for (const name of Object.keys(commands)) expect(out).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
});

test.each([['aks'], ['constructor'], ['Ask']])('there is no command %s', async (name) => {
  const { code, out, err } = await call([name]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(`There is no command "${name}".`);
});

test.each([
  [['ask']],
  [['check']],
  [['interpret', '  ']],
  [['ask', '--jsnol']],
  [['policy', 'check']],
  [['process']],
  [['rules']],
  [['store', 'drop']],
  [['audit']],
  [['gaps', '--all']],
  [['eval-questions']],
  [['eval-drafts']],
])('%j is a wrong call, and says where help is', async (args) => {
  const { code, out, err } = await call(args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/--help/);
});

const broken = '/no/such/folder';
test.each([
  [['ask', 'may I']],
  [['check', 'a draft']],
  [['interpret', 'hello']],
  [['process', 'draw']],
  [['eval-people']],
])('%j without the policy folder is one sentence', async (args) => {
  process.env.POLICY_DIR = broken;
  const { code, err } = await call(args);
  expect(code).toBe(1);
  expect(err).toMatch(
    /^\/no\/such\/folder\/[a-z/-]+(\.yaml|\.md)?, line 1: there is no such file; set POLICY_DIR.*\n$/,
  );
});

test('POLICY_DIR makes it another organisation’s: ask cites its clauses, eval-questions scores them', async () => {
  const theirs = join(folder, 'policy');
  mkdirSync(theirs, { recursive: true });
  cpSync('test/fixtures/policies/northmoor-college.md', join(theirs, 'social-media-policy.md'));
  writeFileSync(join(theirs, 'questions.yaml'), 'clauses: {}\n');
  writeFileSync(join(theirs, 'synonyms.yaml'), 'concepts: {}\n');
  process.env.POLICY_DIR = theirs;
  const question = 'should staff use a separate account for teaching';
  const asked = JSON.parse((await call(['ask', question])).out) as { clauses: { id: string }[] };
  expect(asked.clauses[0]?.id).toBe('3.2');
  const file = join(folder, 'questions.jsonl');
  writeFileSync(file, JSON.stringify({ id: '1', question, answers: ['3.2'], answerable: true, kind: 'direct' }));
  expect((await call(['eval-questions', file])).out).toContain('direct: 1 of 1 right');
});

test('a file of questions that is not there is one sentence', async () => {
  const { code, err } = await call(['eval-questions', 'none.jsonl']);
  expect([code, err]).toEqual([1, 'There is no file "none.jsonl".\n']);
});

describe('doctor', () => {
  test('ends with 0 where everything is in place, and makes nothing', async () => {
    const { code, out } = await call(['doctor']);
    expect(code).toBe(0);
    expect(out).toMatch(/Everything is in place\.\n$/);
    expect(out).not.toContain('CHANGE');
  });

  test('ends with 1 and names every file that is missing', async () => {
    process.env.POLICY_DIR = broken;
    const { code, out } = await call(['doctor']);
    expect(code).toBe(1);
    expect(out).toMatch(/^CHANGE {2}process: .*process\.yaml, line 1: there is no such file/m);
    expect(out).toMatch(/ to change\.\n$/);
  });

  test('ends with 1 at a setting that cannot be', async () => {
    process.env.RUN_MODE = 'both';
    const { code, out } = await call(['doctor']);
    expect(code).toBe(1);
    expect(out).toMatch(/^CHANGE {2}settings: RUN_MODE must be local or deployed/);
    expect(out).not.toContain('both');
  });
});
