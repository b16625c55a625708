import { PassThrough } from 'node:stream';
import { command, policyReport } from '../../src/cli/policy-check.ts';
import { ownDocument } from '../policy/own-index.ts';

async function run(...args: string[]) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const code = await command.run(args, { stdin: new PassThrough(), stdout, stderr });
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
}

test('outline, count and oddities of a document', async () => {
  const { code, out } = await run('check', 'test/fixtures/policies/northmoor-college.md');
  expect(code).toBe(0);
  expect(out).toMatch(/3 {2}Rules for everyone {2}\(line 19, 4 clauses\)/);
  expect(out).toMatch(/\d+ clauses can be cited\./);
  expect(out).toMatch(/line 36, 3\.5: bracket opened and not closed/);
});

test.each([
  ['2023-09-01', false],
  ['2023-09-02', true],
])('on %s the review date has passed: %s', (today, passed) => {
  expect(policyReport(ownDocument, today).join('\n').includes('the review date 2023-09-01 has passed')).toBe(passed);
});

test.each([
  [['check', 'no-such-file.md'], 1, /There is no file "no-such-file\.md"/],
  [['check', 'package.json'], 1, /package\.json, line 1: no heading/],
  [['check'], 2, /Usage/],
  [['mend', 'x.md'], 2, /Usage/],
])('%j ends with %d', async (args, code, reason) => {
  const result = await run(...args);
  expect(result.code).toBe(code);
  expect(result.err).toMatch(reason);
});
