import type { Platform } from '../../src/drafts/finding.ts';
import { platformAdvice } from '../../src/drafts/platform-advice.ts';
import { readPlatforms } from '../../src/organisation/platforms.ts';

const table = readPlatforms('policy/platforms.yaml');
const advice = (text: string, platform?: Platform) =>
  platformAdvice(platform === undefined ? { text } : { text, platform }, table);
const isTooLong = (text: string, platform: Platform) =>
  advice(text, platform)?.lines.some((line) => line.startsWith('Too long')) === true;

test.each<[Platform, RegExp]>([
  ['x', /anyone can read/i],
  ['facebook', /who can see it/i],
  ['linkedin', /employer/i],
  ['instagram', /screenshot/i],
  ['tiktok', /strangers/i],
  ['whatsapp', /screenshots/i],
  ['reddit', /user name/i],
])('%s is known by its habits', (platform, habit) => expect(advice('Hi', platform)?.lines.join(' ')).toMatch(habit));

test('where it goes is not known, nothing is advised', () => {
  expect(advice('Hi')).toBeNull();
  expect(advice('Hi', 'other')).toBeNull();
});

test.each<[string, string, Platform, boolean]>([
  ['280 letters', 'a'.repeat(280), 'x', false],
  ['281 letters', 'a'.repeat(281), 'x', true],
  ['a long link', `${'a'.repeat(250)} https://example.org/${'b'.repeat(400)}`, 'x', false],
  ['a long link and a little more', `${'a'.repeat(257)} https://example.org/${'b'.repeat(400)}`, 'x', true],
  ['140 emoji', '🙂'.repeat(140), 'x', false],
  ['141 emoji', '🙂'.repeat(141), 'x', true],
  ['140 emoji of families and flags', '👩‍👩‍👧🇬🇧'.repeat(70), 'x', false],
  ['281 letters', 'a'.repeat(281), 'linkedin', false],
  ['2,201 letters', 'a'.repeat(2_201), 'instagram', true],
])('%s: too long for its place or not', (_, text, platform, tooLong) =>
  expect(isTooLong(text, platform)).toBe(tooLong),
);

test('more hashtags than a post takes are counted', () => {
  expect(advice('#nhs '.repeat(31), 'instagram')?.lines[0]).toMatch(/31/);
  expect(advice('#nhs '.repeat(30), 'instagram')?.lines.join(' ')).not.toMatch(/hashtags/);
});
