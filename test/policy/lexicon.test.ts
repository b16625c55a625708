import { buildLexicon, countWords } from '../../src/policy/lexicon.ts';

const lexicon = buildLexicon(
  {
    shorthand: { shud: 'should', fb: 'facebook', '2day': 'today' },
    concepts: { criticise: ['slag off', 'moan', 'have a pop at'], boss: ['manager', 'gaffer'] },
  },
  countWords(['Staff should use a disclaimer on Facebook', 'confidentiality of patients', 'the review of this policy']),
);

test.each([
  ['shud i use fb', ['should', 'i', 'use', 'facebook']],
  ['a disclamer', ['a', 'disclaimer']],
  ['confidentalty', ['confidentiality']],
  ['hu revew the polisy', ['hu', 'review', 'the', 'policy']],
  ['plllease use', ['plllease', 'use']],
  ['the rain in Spain', ['the', 'rain', 'in', 'spain']],
])('%s is read as %j', (typed, words) => {
  expect(lexicon.read(typed).words).toEqual(words);
});

test.each([
  ['can I slag off my gaffer', ['criticise', 'boss']],
  ['moaning about managers', ['criticise', 'boss']],
  ['have a pop at him', ['criticise']],
  ['have a pop song', []],
])('%s speaks of %j', (text, concepts) => {
  expect(lexicon.read(text).concepts).toEqual(concepts);
});

test('a word that no list has is said to be unknown, a mended one is not', () => {
  expect(lexicon.read('disclamer xylophone').unknown).toEqual(['xylophone']);
  expect(lexicon.read('disclamer xylophone').strange).toBe(2);
});
