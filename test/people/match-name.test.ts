import { isJustNameOf, matchScore } from '../../src/people/match-name.ts';
import { mentions, possibleNames } from '../../src/people/mentions.ts';

const priya = { name: 'Priya Nandakumar', email: 'priya.nandakumar@example.org' };
const tom = { name: 'Tom Ashdown', email: null };

describe('a name as typed', () => {
  test.each([
    ['Priya Nandakumar', priya],
    ['Priya Nandakumar (HR)', priya],
    ['priya.nandakumar@example.org', priya],
    ['Priya.Nandakumar@example.net', priya],
    ['priya.nandakumar', priya],
    ['my caseworker priya nandakumar', priya],
    ['Nandakumar, Priya', priya],
    ['NANDAKUMAR, Priya - casework', priya],
    ['it was Ms Nandakumar, Priya in HR', priya],
    ['pria nandakmar from casework', priya],
    ['Priya K. Nandakumar, HR', priya],
    ['priya', priya],
    ['Tom A', tom],
    ['Tom A from engagement', tom],
    ['Mr Tom Ashdown and Priya Nandakumar', tom],
    ['Ashdwon', tom],
    ['my manager colin marsh', { name: 'MARSH, Colin (Example Board)', email: null }],
    ['it was cmarsh@example.org who did it', { name: 'Colin Marsh', email: 'cmarsh@example.org' }],
    ['@cmarsh', { name: 'Colin Marsh', email: 'cmarsh@example.org' }],
  ])('%s fits', (typed, person) => {
    expect(matchScore(typed, person)).toBeGreaterThan(0);
  });

  test.each([
    ['Priya Kaur (HR)', priya],
    ['Ravi Nandakumar', priya],
    ['my caseworker in HR', priya],
    ['priya.kaur@example.org', priya],
    ['Tom Ashford from engagement', tom],
    ['the tall one from the third floor', tom],
    ['to a meeting with them', tom],
    ['Zed Quux, Example Board', { name: 'MARSH, Colin (Example Board)', email: null }],
    ['an at the door', { name: 'Colin Marsh', email: 'an@example.org' }],
    ['', tom],
  ])('%s does not', (typed, person) => {
    expect(matchScore(typed, person)).toBe(0);
  });

  test('that fits in full comes before one among other words', () => {
    expect(matchScore('Tom Ashdown', tom)).toBeGreaterThan(matchScore('Tom Ashdown in HR', tom));
  });

  test.each([
    ['priya nandakumar', true],
    ['Ms Nandakumar', true],
    ['priya.nandakumar@example.org', true],
    ["Priya Nandakumar's ex-husband", false],
    ['Priya Nandakumar (HR)', false],
  ])('%s is that name alone: %s', (typed, expected) => {
    expect(isJustNameOf(typed, priya)).toBe(expected);
  });
});

describe('a text', () => {
  test.each([
    ['It was Priya Nandakumar again.', priya],
    ["on Wen Li's page", { name: 'Wen Li', email: null }],
    ['it was priya nandakumar again', priya],
    ['Nandakumar, Priya has posted it', priya],
    ['PRIYA NANDAKUMAR POSTED IT', priya],
    ['Pria Nandakumar posted it', priya],
    ['Write to priya.nandakumar@example.org.', priya],
    ['see https://example.com/priya.nandakumar/posts/7', priya],
    ['@priya.nandakumar wrote it', priya],
    ['colin marsh said so', { name: 'MARSH, Colin (Example Board)', email: null }],
  ])('%s names them', (text, person) => {
    expect(mentions(text)(person)).toBe(true);
  });

  test.each([
    ['Priya Kaur posted it', priya],
    ['Priya posted it; somebody called Nandakumar liked it', priya],
    ['we met at a long table', { name: 'Alan Long', email: null }],
    ['they push Colin up', { name: 'Colin Marsh', email: null }],
    ['sent to the Example Board', { name: 'MARSH, Colin (Example Board)', email: null }],
    ['', priya],
  ])('%s does not', (text, person) => {
    expect(mentions(text)(person)).toBe(false);
  });

  test('gives what may be names, addresses first, each once and no more than asked for', () => {
    const text =
      'Yesterday Priya Nandakumar wrote to tom@example.org; Priya and Tom Ashdown saw it. Priya Nandakumar left.';
    expect(possibleNames([text, 'https://example.com/groups/asha.okafor'], 10)).toEqual([
      'tom@example.org',
      'Yesterday Priya Nandakumar',
      'Tom Ashdown',
      'Priya Nandakumar',
      'asha.okafor',
    ]);
    expect(possibleNames([text], 2)).toHaveLength(2);
  });
});
