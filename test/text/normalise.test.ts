import fc from 'fast-check';
import { normalise, originalRange } from '../../src/text/normalise.ts';
import { readSentences } from '../../src/text/sentences.ts';
import { readTokens } from '../../src/text/tokens.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });

test.each([
  ['Héllo', 'hello'],
  ['“It’s”', '"it\'s"'],
  ['pаypal', 'paypal'],
  ['zero\u200bwidth', 'zerowidth'],
  ['ﬁne', 'fine'],
  ['🆂🅻🆄🆁', 'slur'],
  ['🅰️🅱️🆎🅾', 'ababo'],
  ['w🅐y', 'way'],
  ['🇸🇹🇺🇵🇮🇩', 'stupid'],
  ['🇱 🇮 🇦 🇷', 'l i a r'],
  ['\u{1f1f8}\u200b\u{1f1ed}\u200b\u{1f1fe}', 'shy'],
])('%s reads %s', (text, plain) => expect(normalise(text).text).toBe(plain));

test.each(['🇬🇧', '🇬🇧🇫🇷', 'up the 🇬🇧 team', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '🆗 🆘'])('%s has no letters in it', (text) => {
  expect(normalise(text).text.replaceAll(/[^a-z ]/g, '')).toBe(text.replaceAll(/[^a-z ]/g, ''));
});

test('letters spelt out as emoji are one word', () => {
  const words = (text: string) => readTokens(normalise(text)).map(({ key }) => key);
  expect(words('what liars: 🇱 🇮 🇦 🇷')).toEqual(['what', 'liars', 'liar']);
  expect(words('what a 🅻🅸🅰🆁')).toEqual(['what', 'a', 'liar']);
  expect(words('🇬🇧 team')).toEqual(['🇬', '🇧', 'team']);
});

test('every unit of the plain text maps into the original, in order', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const plain = normalise(text);
      let last = 0;
      for (let at = 0; at < plain.text.length; at++) {
        const { start, end } = originalRange(plain, at, at + 1);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = start;
      }
    }),
  );
});

test('tokens stand in order in the original, and sentences hold every token once', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const plain = normalise(text);
      const tokens = readTokens(plain);
      tokens.forEach((token, index) => {
        expect(token.end).toBeGreaterThan(token.start);
        expect(token.start).toBeGreaterThanOrEqual(tokens[index - 1]?.start ?? 0);
      });
      const sentences = readSentences(plain, tokens);
      expect(sentences.reduce((next, { from, to }) => (from === next && to > from ? to : -1), 0)).toBe(tokens.length);
    }),
  );
});

test.each([
  ['see bookheap.example/zip, ok?', ['bookheap.example/zip']],
  ['write to a@b.org. Now', ['a@b.org']],
  ['https://x.org/a?b=c is it', ['https://x.org/a?b=c']],
  ['the end.Then and/or 24/117', []],
])('links of "%s"', (text, links) => {
  const tokens = readTokens(normalise(text)).filter((token) => token.kind === 'link');
  expect(tokens.map((token) => text.slice(token.start, token.end))).toEqual(links);
});
