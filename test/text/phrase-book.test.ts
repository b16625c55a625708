import { phraseBook } from '../../src/text/phrase-book.ts';

const book = phraseBook(
  [
    { label: 'either', phrase: 'lost my (keys|car keys)' },
    { label: 'optional', phrase: 'very? late today' },
    { label: 'gap', phrase: 'bring .. umbrella' },
    { label: 'stem', phrase: 'complain* about' },
    { label: 'group', phrase: '{greeting} there' },
    { label: 'whole', phrase: '^ring me$' },
  ],
  { greeting: ['hello', 'good morning'] },
  { ordinaryWords: ['hallo'], misspellings: { keys: ['kees'] } },
);
const labels = (text: string) => book.find(text).map((match) => match.label);

describe('what a phrase finds, and its near misses', () => {
  test.each([
    ['I lost my car keys', 'either'],
    ['I lost my kees', 'either'],
    ['lost my keyss', 'either'],
    ['late today', 'optional'],
    ['VERY late today', 'optional'],
    ['bring your big red umbrella', 'gap'],
    ['bring an umbrela', 'gap'],
    ['they were complaining about it', 'stem'],
    ['good morning there', 'group'],
    ['ring me', 'whole'],
    ['Ring me!', 'whole'],
    ['l4te t0day', 'optional'],
    ['bringumbrella', 'gap'],
  ])('%s: %s', (text, label) => expect(labels(text)).toContain(label));

  test.each([
    'I lost. My keys are here',
    'bring it. No umbrella today',
    'bring a very very very big umbrella',
    'ring me later',
    'do ring me',
    'hallo there',
    'compliments about it',
    '',
  ])('%s: nothing', (text) => expect(labels(text)).toEqual([]));
});

test('offsets reproduce the words as written', () => {
  const text = '🙂 so: I LOST my  Car-Keys!';
  expect(book.find(text).map(({ start, end }) => text.slice(start, end))).toEqual(['LOST my  Car-Keys']);
});
