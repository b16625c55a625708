import fc from 'fast-check';
import { rankWords } from '../../src/policy/rank-words.ts';

const ranker = rankWords(
  [
    { title: ['owner'], text: ['senior', 'risk', 'owner'] },
    { title: ['author'], text: ['team', 'owner', 'of', 'nothing', 'much'] },
    { title: ['review'], text: ['risk', 'of', 'delay'] },
  ],
  { title: 2, text: 1 },
);
const ranked = (...terms: string[]) =>
  ranker.score(terms.map((term) => [term, 1] as const)).best.map(([document]) => document);

test.each([
  [['owner'], [0, 1]],
  [['review'], [2]],
  [
    ['risk', 'senior'],
    [0, 2],
  ],
  [['unheard'], []],
])('%j finds %j', (terms, documents) => {
  expect(ranked(...terms)).toEqual(documents);
});

test('a term counts for what it weighs', () => {
  const single = ranker.score([['owner', 1]]).best[0]?.[1] ?? 0;
  expect(ranker.score([['owner', 0.5]]).best[0]?.[1]).toBeCloseTo(single / 2);
});

test('only documents that share a term are touched, and each term only adds', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), words, (texts, query) => {
      const index = rankWords(
        texts.map((text) => ({ text })),
        { text: 1 },
      );
      const { best } = index.score(query.map((term) => [term, 1] as const));
      const shared = texts.flatMap((text, at) => (text.some((term) => query.includes(term)) ? [at] : []));
      expect(best.map(([document]) => document).sort()).toEqual(shared);
      for (const [, score] of best) expect(score).toBeGreaterThan(0);
    }),
  );
});

test('it counts what it reads: the postings of the terms asked, and no others', () => {
  const cost = (...terms: string[]) => ranker.score(terms.map((term) => [term, 1] as const)).postings;
  expect(cost('owner')).toBe(2);
  expect(cost('owner', 'senior')).toBe(3);
  expect(cost('unheard')).toBe(0);
  expect(ranker.documentsWith('risk')).toBe(2);
});

test('a field that comes first and one that comes last weigh what they were given', () => {
  const named = rankWords(
    [
      { title: ['a'], text: ['b'] },
      { title: ['b'], text: ['a'] },
    ],
    { title: 3, text: 1 },
  );
  expect(named.score([['a', 1]]).best.map(([document]) => document)).toEqual([0, 1]);
  expect(named.score([['b', 1]]).best.map(([document]) => document)).toEqual([1, 0]);
});
