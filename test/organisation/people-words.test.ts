import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPeopleWords } from '../../src/organisation/people-words.ts';
import { BrokenPolicyFile } from '../../src/organisation/read-yaml.ts';

const policy = new URL('../../policy', import.meta.url).pathname;

test('every protected characteristic has words for its people', () => {
  const { groups } = readPeopleWords(policy);
  for (const row of groups) expect(row.nouns.length).toBeGreaterThan(0);
  expect(new Set(groups.map((row) => row.characteristic)).size).toBe(9);
});

test('a word that is no word is refused with file and line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'people-words-'));
  cpSync(policy, folder, { recursive: true });
  const file = join(folder, 'conduct-rules', 'lexicons', 'groups.yaml');
  writeFileSync(
    file,
    '- characteristic: star-sign\n  group: Leos\n  nouns: [leo]\n  adjectives: []\n  beliefs: []\n  signs: []\n  emoji: []\n',
  );
  expect(() => readPeopleWords(folder)).toThrow(BrokenPolicyFile);
  expect(() => readPeopleWords(folder)).toThrow(/groups\.yaml, line 1/);
});
