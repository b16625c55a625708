import { isAttributed } from '../../../src/drafts/group-talk/attributed.ts';
import { talksOf } from '../../../src/drafts/group-talk/talks-of.ts';
import { Reading } from '../../../src/drafts/reading.ts';
import { ruleBook } from '../rule-book.ts';

const lastWordIsAttributed = (text: string) => {
  const units = talksOf(new Reading({ text }, ruleBook))[0]?.sentence.units ?? [];
  return isAttributed(units, units.length - 1);
};

test.each([
  ['He said they were vermin', true],
  ['My teacher told me girls are stupid', true],
  ['Nobody here thinks they are stupid', true],
  ["Don't let them tell you refugees are parasites", true],
  ["I don't think they are stupid", true],
  ['I say they are stupid', false],
  ['Everyone knows and everyone says they are stupid', false],
  ['They are stupid', false],
])('whose words are the last ones: %s', (text, attributed) => {
  expect(lastWordIsAttributed(text)).toBe(attributed);
});
