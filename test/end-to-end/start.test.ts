import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { freePort, runProgram } from './product.ts';

/** Whatever keeps the program from starting is one sentence that says what to change, and exit 1. */
const folder = mkdtempSync(join(tmpdir(), 'start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
jest.setTimeout(120_000);

async function run(environment: Record<string, string>) {
  const program = runProgram({
    PORT: '0',
    CHAT_PORT: `${await freePort()}`,
    DATA_DIR: join(folder, 'data'),
    ...environment,
  });
  return { code: await program.ended, output: program.output() };
}

function expectOneSentence({ code, output }: { code: number | null; output: string }, mention: RegExp) {
  expect(code).toBe(1);
  expect(output).toMatch(mention);
  expect(output.trim().split('\n')).toHaveLength(1);
  expect(output).not.toMatch(/\bat .*:\d+:\d+/);
}

test('a port in use', async () => {
  const taken = createServer();
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
  const { port } = taken.address() as AddressInfo;
  expectOneSentence(await run({ PORT: `${port}` }), new RegExp(`${port}.*PORT`, 's'));
  await new Promise((done) => taken.close(done));
});

test('a broken policy file, with file and line', async () => {
  const policy = join(folder, 'policy');
  cpSync(join(import.meta.dirname, '../../policy'), policy, { recursive: true });
  appendFileSync(join(policy, 'people.yaml'), '\n  - { oid: [ }\n');
  expectOneSentence(await run({ POLICY_DIR: policy }), /people\.yaml, line \d+/);
});

test.each<[string, Record<string, string>, RegExp]>([
  ['no credentials when deployed', { RUN_MODE: 'deployed' }, /CLIENT_ID/],
  ['every interface without credentials', { HOST: '0.0.0.0' }, /HOST/],
  ['a port that is no number', { PORT: 'http' }, /PORT/],
  ['a mode that does not exist', { RUN_MODE: 'production' }, /RUN_MODE/],
])('%s', async (_name, environment, mention) => expectOneSentence(await run(environment), mention));
