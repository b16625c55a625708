import { isEnglish } from '../../src/text/english.ts';
import { foreignLetters, words } from '../../src/text/words.ts';

test.each([
  ["Don't post!", ['dont', 'post']],
  ['what’s 6.1.3(a)?', ['whats', '6.1.3', 'a']],
  ['A&E rocks', ['a', 'and', 'e', 'rocks']],
  ['dis\u200bclaimer', ['disclaimer']],
  ['Ｔｗｉｔｔｅｒ café', ['twitter', 'cafe']],
  ['🙃🙃', []],
])('%s', (text, found) => {
  expect(words(text)).toEqual(found);
});

test.each([
  ['wordpress', true],
  ['can I slag off my boss', true],
  ['wot dus it say abowt pregnent staff', true],
  ['Puedo criticar a mi jefe en Facebook', false],
  ['Ile zarabia dyrektor finansowy w tym roku', false],
  ["Ydy'r polisi yn berthnasol i mi", false],
])('"%s" is English: %s', (text, english) => {
  expect(isEnglish(text)).toBe(english);
});

test.each([
  ['hello', 0],
  ['Могу ли я', 1],
  ['🙃 123', 0],
])('foreign letters in "%s": %d', (text, share) => {
  expect(foreignLetters(text)).toBe(share);
});
