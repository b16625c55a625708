import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { loadCrisisTable } from '../../src/organisation/crisis.ts';
import { BrokenPolicyFile, readYaml } from '../../src/organisation/read-yaml.ts';
import { readYamlCarefully } from '../../src/organisation/read-yaml-carefully.ts';

const policyFiles = readdirSync('policy', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);
const anything = z.unknown();

test.each(policyFiles)('the quick and the careful reader read the same in %s', (name) => {
  const file = join('policy', name);
  const text = readFileSync(file, 'utf8');
  expect(readYaml(file, anything, text)).toEqual(readYamlCarefully(file, anything, text));
});

test.each([
  'a: [0b11, 0o17, 0x1f, 1_000, 012, .5, 1e3, +1, -0.0, .inf]',
  'a: [~, null, Null, yes, no, on, True, FALSE, 2020-01-01, 12:30, "1", 1.0]',
  '<<: {a: 1}\nb: &x [1]\nc: *x',
  'a: |\n  one\n   two\n\nb: >-\n  one\n  two\n# said\nc: "\\u00e9 \\n"',
  '1: a\ntrue: b\n? c\n: d',
])('both readers take the same value for %j', (text) => {
  expect(readYaml('x.yaml', anything, text)).toEqual(readYamlCarefully('x.yaml', anything, text));
});

const rows = z.strictObject({ rows: z.array(z.strictObject({ name: z.string() })) });

test.each([
  ['rows:\n  - name: a\n  - name: 5\n', 3, /rows\.1\.name: /],
  ['rows:\n  - name: a\n    colour: red\n', 2, /rows\.0: /],
  ['rows:\n  - name: a\n    name: b\n', 3, /unique/],
  ['rows: [{name: a}\n', 2, /\]/],
  ['rows:\n  - name: "a\n', 3, /quote/],
  ['', 1, /the file: /],
])('%j is refused on its line', (text, line, reason) => {
  const read = () => readYaml('x.yaml', rows, text);
  expect(read).toThrow(BrokenPolicyFile);
  expect(read).toThrow(`x.yaml, line ${line}: `);
  expect(read).toThrow(reason);
});

test('a file that is not there, or is a folder, is one sentence', () => {
  expect(() => readYaml('none/rows.yaml', rows)).toThrow(
    new BrokenPolicyFile(
      'none/rows.yaml',
      1,
      'there is no such file; set POLICY_DIR to the folder of the policy files',
    ),
  );
  expect(() => readYaml('policy', rows)).toThrow(/^policy, line 1: this is a folder, not a file; set POLICY_DIR/);
});

test('a mistake of the program is not laid to the file', () => {
  const failing = z.unknown().transform((): never => {
    throw new TypeError('ours');
  });
  expect(() => readYaml('x.yaml', failing, 'a: 1')).toThrow(TypeError);
});

test('a phrase that cannot be read is refused on its line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'read-yaml-'));
  try {
    const file = join(folder, 'crisis.yaml');
    const lines = readFileSync('policy/crisis.yaml', 'utf8').split('\n');
    const at = lines.findIndex((line) => line.trim() === 'phrases:') + 1;
    lines.splice(at, 0, `${/^ */.exec(lines[at] ?? '')?.[0]}- (want|need to go`);
    writeFileSync(file, lines.join('\n'));
    expect(() => loadCrisisTable(file)).toThrow(BrokenPolicyFile);
    expect(() => loadCrisisTable(file)).toThrow(`${file}, line ${at + 1}: the phrase "(want|need to go" has a bracket`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
