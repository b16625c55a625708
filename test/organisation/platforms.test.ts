import { readFileSync } from 'node:fs';
import { readPlatforms } from '../../src/organisation/platforms.ts';

const file = 'policy/platforms.yaml';
const text = readFileSync(file, 'utf8');

test.each([
  ['a length that is no number', 'longest: 280', 'longest: short'],
  ['a platform that nobody can choose', 'tiktok:', 'myspace:'],
  ['a row without habits', /reddit:[\s\S]*?youtube:/, 'reddit:\n  name: Reddit\n  longest: 1\nyoutube:'],
])('%s is refused with file and line', (_, from, to) => {
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  expect(() => readPlatforms(file, changed)).toThrow(/policy\/platforms\.yaml, line \d+/);
});
