import { checkDraft } from '../../src/drafts/check.ts';
import { mendDraft } from '../../src/drafts/mend.ts';
import { ruleBook } from './rule-book.ts';

const mended = (text: string) => mendDraft(text, checkDraft({ text }, ruleBook), ruleBook);

test('advice about the disclaimer is mended by the sentence to copy, and then nothing is left to say', () => {
  const better = mended('I work for the ICB and I think buses should be free.');
  expect(better?.kind).toBe('add-disclaimer');
  expect(checkDraft({ text: better?.text ?? '' }, ruleBook).verdict).toBe('ok');
});

test('a picture taken without asking gets a credit line to fill in', () => {
  expect(mended('Lovely sunset, picture found on Google.')?.kind).toBe('add-credit');
});

test('a clean draft needs no mending', () => expect(mended('Tea at four, bring a chair.')).toBeNull());
