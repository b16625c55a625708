import { checkDraft } from '../../../src/drafts/check.ts';
import { checkProfile, disclaimerIn } from '../../../src/drafts/disclaimer-wording.ts';
import { Reading } from '../../../src/drafts/reading.ts';
import { ruleBook } from '../rule-book.ts';

const sentence =
  "The postings on this site are my own opinion and don't necessarily represent NHS or ICB policy or opinion";
const raised = (text: string) => checkDraft({ text }, ruleBook).findings.some(({ rule }) => rule === 'disclaimer');

test.each([
  'I work for the NHS and I think the car park should be free.',
  'NHS porter here. Unpopular opinion: lifts need chairs.',
  'As a dietitian at an ICB I reckon soup is underrated.',
  'Views my own, but as an NHS nurse I believe naps should be rostered.',
])('%s: advice', (text) => expect(raised(text)).toBe(true));

test.each([
  'I think the car park should be free.',
  'My sister is an NHS nurse and I think she deserves a medal.',
  'I used the NHS App today and honestly it should win a prize.',
  `I work for the NHS and I think the car park should be free. ${sentence}.`,
  `I work for the NHS and I think the car park should be free. ${sentence.replace("'", '’').toUpperCase()}`,
])('%s: nothing', (text) => expect(raised(text)).toBe(false));

test.each([
  [sentence, 'exact'],
  [sentence.replace("don't", 'don’t'), 'exact'],
  ['Dog walker. Opinions my own, not those of my employer.', 'near'],
  [sentence.replace('my own opinion', 'my opinion'), 'near'],
  ['Dog walker, baker, grandmother of four.', 'absent'],
])('%s is %s', (text, wording) => {
  const reading = new Reading({ text }, ruleBook);
  expect(disclaimerIn(reading)).toBe(wording);
  expect(checkProfile(reading)).toEqual({ wording, sentence });
});

test('the disclaimer is advice, never a breach', () => {
  const { verdict, findings } = checkDraft({ text: 'I work for the ICB and I think buses should be free.' }, ruleBook);
  expect(findings.map(({ rule, clause, severity }) => [rule, clause, severity])).toEqual([
    ['disclaimer', '6.1.2', 'advice'],
  ]);
  expect(verdict).toBe('advice');
});
