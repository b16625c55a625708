import { checkDraft } from '../../../src/drafts/check.ts';
import { ruleBook } from '../rule-book.ts';

const raised = (text: string) => checkDraft({ text }, ruleBook).findings.some(({ rule }) => rule === 'impartiality');

test.each([
  'NHS nurse here: vote for Councillor Reed on Thursday, every one of you.',
  'I score the bids for the ICB, and thank you Tarn Analytics for the hamper and the races!',
  'Use my referral code, I get £50 a practice. Your friendly ICB digital lead.',
  'We run the survey at the ICB and we would hate anyone to tick box B.',
])('%s: raised', (text) => expect(raised(text)).toBe(true));

test.each([
  ['I voted Labour this morning and I hope you did too.', 'I voted Conservative this morning and I hope you did too.'],
  [
    'Immigration should be lower and I will vote for whoever says so.',
    'Immigration should be higher and I will vote for whoever says so.',
  ],
])('a private political opinion is free, on both sides: %s / %s', (one, other) => {
  expect(raised(one)).toBe(false);
  expect(raised(other)).toBe(false);
});

test.each([
  'The consultation is open until Friday and every view counts, whichever it is.',
  'The award notice for the transport contract is published on Find a Tender.',
  'Use my referral code for the gym and we both get a free month.',
])('%s: left alone', (text) => expect(raised(text)).toBe(false));
