import { checkDraft } from '../../../src/drafts/check.ts';
import { ruleBook } from '../rule-book.ts';

const findings = (text: string) =>
  checkDraft({ text }, ruleBook).findings.filter((one) => one.rule === 'discrimination');
const isFlagged = (text: string) => findings(text).length > 0;

describe('what runs people down is found', () => {
  test.each([
    ['derogation', 'Honestly, Romanians are scum.'],
    ['dehumanising', 'Immigrants are parasites.'],
    ['a threat', 'Somebody should shoot all the Muslims.'],
    ['exclusion', 'Trans people should not be allowed in here.'],
    ['denial by negation', 'Muslims are not welcome here.'],
    ['a question', 'Why are Poles so lazy?'],
    ['an opinion', 'In my opinion women are inferior.'],
    ['they in the next sentence', 'I saw an immigrant family. They are vermin.'],
    ['an insult as the noun', 'You disgusting Jewish pig.'],
    ['emoji as words', 'Those Muslims are 🐀'],
    ['leetspeak', 'J3ws are v3rm1n'],
    ['letters apart', 'kill all m u s l i m s'],
    ['zero-width characters', 'Gy\u200bpsies are sc\u200bum.'],
    ['letters of another script', 'Gаys are disgusting.'],
    ['letters stretched', 'I haaate lesbians'],
    ['a slur', 'Tell that paki to move his car.'],
    ['ageism at work', 'At 55 she is too old for tech.'],
    ['pregnancy', 'Baby brain already, so no promotion for her.'],
    ['a disability joke', 'People in wheelchairs are a waste of space.'],
  ])('%s: %s', (_, text) => {
    expect(isFlagged(text)).toBe(true);
  });
});

describe('naming a group is never at fault by itself', () => {
  test.each([
    'I am a proud Muslim.',
    'Gay people are people.',
    'I love being a woman.',
    "I don't hate trans people.",
    'No woman deserves that.',
    'Immigrants are not criminals.',
    'As a gay man I am tired of all this rain.',
    'He called me a dirty immigrant on the bus. I reported it.',
    'Anyone who says Muslims are vermin is a bigot.',
    'It is never ok to call Travellers thieves.',
    'I hate Mondays.',
    'I hate bankers.',
    'The Chinese takeaway was disgusting.',
    'That film is rubbish and the hero is an idiot.',
    'The asylum hotel, the breast clinic and the stroke ward share a car park.',
    'I have bipolar and a mortgage.',
    'Elderly patients are at greater risk of falls.',
    'Pregnant women should avoid soft cheese.',
    'My aunt is a stubborn old boot and I adore her.',
  ])('%s', (text) => {
    expect(findings(text)).toEqual([]);
  });
});

test.each([
  ['Immigration is too high and the rules need changing.', 'Immigration is too low and the rules need changing.'],
  ['I believe that sex is a matter of biology.', 'I believe that gender is a matter of identity.'],
  ['Christians are idiots.', 'Atheists are idiots.'],
  ['Men are trash.', 'Women are trash.'],
])('mirrored posts fare alike: %s / %s', (one, other) => {
  expect(isFlagged(one)).toBe(isFlagged(other));
});

test("a finding names the group and the words at fault, and its spans are the draft's own", () => {
  const text = '🙂 “Fine.” But Romanians are vermin, said I.';
  const [finding] = findings(text);
  expect(finding?.message).toContain('race');
  expect(finding?.spans.map((span) => span.text)).toEqual(['Romanians are vermin']);
  for (const { start, end, text: words } of finding?.spans ?? []) expect(text.slice(start, end)).toBe(words);
});

test('the same draft gets the same findings', () => {
  const text = 'Muslims are vermin and gypsies are thieves. They should all be deported.';
  expect(findings(text)).toEqual(findings(text));
});
