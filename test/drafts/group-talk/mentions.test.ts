import { talksOf } from '../../../src/drafts/group-talk/talks-of.ts';
import { Reading } from '../../../src/drafts/reading.ts';
import { ruleBook } from '../rule-book.ts';

const mentions = (text: string) =>
  talksOf(new Reading({ text }, ruleBook)).flatMap((talk) =>
    talk.mentions.map(({ kind, characteristic, from, to }) => {
      const words = talk.sentence.units.slice(from, to).map((unit) => unit.key);
      return `${kind} ${characteristic}: ${words.join(' ')}`;
    }),
  );

test.each([
  ['Muslims came to the fair.', ['people religion-or-belief: muslims']],
  ['We hired two deaf nurses.', ['people disability: deaf nurses']],
  ['The elderly were invited.', ['people age: elderly']],
  ['She is gay.', ['quality sexual-orientation: gay']],
  ['We met at a gay bar.', ['sign sexual-orientation: gay bar']],
  ['The Polish railway is slow.', ['thing race: polish']],
  ['A man in the queue coughed.', ['one sex: man']],
  ['Refugees sing here. Lovely.', ['people race: refugees']],
  ['Refugees came and they sang.', ['people race: refugees', 'they race: they']],
  ['The N*gger word', ['slur race: nigger']],
  ['Black tea, please.', ['thing race: black']],
  ['The weather is foul.', []],
])('who is named in: %s', (text, expected) => {
  expect(mentions(text)).toEqual(expected);
});
