import fc from 'fast-check';
import { editDistance, sound } from '../../src/text/spelling.ts';

test.each([
  ['policy', 'policy', 0],
  ['polcy', 'policy', 1],
  ['plicoy', 'policy', 2],
  ['pcs', 'spc', 2],
  ['tweet', 'teewt', 2],
  ['form', 'from', 1],
  ['cat', 'elephant', 4],
])('%s and %s: %d slips', (a, b, distance) => {
  expect(editDistance(a, b, 3)).toBe(distance);
});

test('distance is symmetric, and nought only for the same word', () => {
  const word = fc.stringMatching(/^[a-e]{0,6}$/);
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b, 6)).toBe(editDistance(b, a, 6));
      expect(editDistance(a, b, 6) === 0).toBe(a === b);
    }),
  );
});

test.each([
  ['fone', 'phone'],
  ['nowledge', 'knowledge'],
  ['rong', 'wrong'],
  ['discusion', 'discussion'],
  ['kwestion', 'qwestion'],
])('%s sounds like %s', (a, b) => {
  expect(sound(a)).toBe(sound(b));
});

test.each([
  ['patient', 'parent'],
  ['post', 'past due'],
])('%s does not sound like %s', (a, b) => {
  expect(sound(a)).not.toBe(sound(b));
});
