import { buildLexicon, countWords } from '../../src/policy/lexicon.ts';
import { withoutSlips } from '../../src/policy/mend-words.ts';

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
  ['a d1scla1mer on f4cebook 2day', ['a', 'disclaimer', 'on', 'facebook', 'today']],
  ['p0l1cy rev1ew', ['policy', 'review']],
  ['version v1 and covid19 in Q3', ['version', 'v', '1', 'and', 'covid', '19', 'in', 'q', '3']],
  ['6.1.3 at 5pm', ['6.1.3', 'at', '5', 'pm']],
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

test('a slip in the examples is read as the word that others spell right', () => {
  const spelt = withoutSlips(
    countWords([
      ...Array.from({ length: 5 }, () => 'the disclaimer on instagram'),
      'the disclamer',
      'on instergram',
      'a turban',
      'a rota',
    ]),
    () => false,
  );
  expect([...spelt.keys()].sort()).toEqual(['a', 'disclaimer', 'instagram', 'on', 'rota', 'the', 'turban']);
});
