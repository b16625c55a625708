import { passageOf } from '../../src/policy/passage.ts';
import { ownDocument, ownIndex } from './own-index.ts';

const clause = (id: string) => {
  const found = ownDocument.clauses.find((one) => one.id === id);
  if (!found) throw new Error(`no clause ${id}`);
  return found;
};

test.each([
  ['what is the date of the assessment', /^<b>Date of assessment/],
  ['who undertook the screening', /^<b>Screening undertaken by/],
])('of a long appendix: %s', (question, line) => {
  const passage = passageOf(ownIndex, clause('appendix1'), question);
  expect(passage).toMatch(line);
  expect(clause('appendix1').text).toContain(passage);
});

test('a short clause comes whole, and so does a long one that shares nothing', () => {
  expect(passageOf(ownIndex, clause('6.1.2'), 'disclaimer')).toBe(clause('6.1.2').text);
  expect(passageOf(ownIndex, clause('appendix1'), 'zebra')).toBe(clause('appendix1').text);
});
