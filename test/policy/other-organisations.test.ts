import { readFileSync } from 'node:fs';
import { answerQuestion } from '../../src/policy/answer-question.ts';
import { buildClauseIndex } from '../../src/policy/clause-index.ts';
import { noQuestions } from '../../src/policy/questions.ts';
import { readDocument } from '../../src/policy/read-document.ts';
import { noSynonyms } from '../../src/policy/synonyms.ts';
import { synonyms } from './own-index.ts';

const index = (name: string, words = synonyms) =>
  buildClauseIndex(readDocument(readFileSync(`test/fixtures/policies/${name}.md`, 'utf8')), noQuestions, words);
const hospice = index('harbour-light-hospice');
const college = index('northmoor-college');
const first = (where: typeof hospice, question: string) => {
  const answer = answerQuestion(where, question, { today: '2026-01-01' });
  return answer.outcome === 'not-covered' ? answer.outcome : answer.clauses[0]?.clause.id;
};

describe('without a single example question the words of the clauses carry', () => {
  test.each([
    [hospice, 'can I accept a friend request from a guest', 'using-your-own-accounts(c)'],
    [hospice, 'who owns the policy', 'control.owner'],
    [hospice, 'who posts on instagram', 'official-accounts.instagram'],
    [hospice, 'may I set up a fundraising page', 'using-your-own-accounts.fundraising-pages'],
    [college, 'what is the crest', '4.1'],
    [college, 'can I befriend a student under eighteen', '3.1(a)'],
    [college, 'do governors have to follow this code', '2.1'],
    [college, 'what does 3.3(b) say', '3.3(b)'],
  ])('%#: %s %s', (where, question, id) => {
    expect(first(where, question)).toBe(id);
  });

  test.each([
    [hospice, 'what is the capital of Peru'],
    [hospice, 'how do I reset my password on windows'],
    [college, 'are tweets archived for seven years'],
    [college, 'when is the christmas party'],
  ])('%#: silent on what no clause has words for', (where, question) => {
    expect(first(where, question)).toBe('not-covered');
  });
});

test('nothing of the first organisation is in what another is told', () => {
  const said = ['who owns the policy', 'can I criticise my boss', 'tell me a joke', 'what must I never post']
    .map((question) => JSON.stringify(answerQuestion(college, question, { today: '2026-01-01' })))
    .join('\n');
  for (const trace of ['ICB', 'Bedfordshire', 'NHS', 'Senior Information Risk Owner', '6.1.3'])
    expect(said).not.toContain(trace);
});

test('without synonyms the index still answers in the words of the document', () => {
  expect(first(index('northmoor-college', noSynonyms), 'publish examination marks before results day')).toBe('3.1(b)');
});
