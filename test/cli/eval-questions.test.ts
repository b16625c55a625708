import { readFileSync } from 'node:fs';
import { evalQuestions, type QuestionRow } from '../../src/cli/eval-questions.ts';

const row = (id: string, answers: string[], kind = 'direct'): QuestionRow => ({
  id,
  question: `question ${id}`,
  answers,
  answerable: answers.length > 0,
  kind,
});
const clause = (id: string) => ({ id, text: '', score: 1 });

test('scores first, top three, unjust silence and just silence', () => {
  const given: Record<string, ReturnType<Parameters<typeof evalQuestions>[1]>> = {
    'question a': { outcome: 'answered', clauses: [clause('1.1')] },
    'question b': { outcome: 'answered', clauses: [clause('2.1'), clause('1.1')] },
    'question c': { outcome: 'not-covered', clauses: [clause('1.1')] },
    'question d': { outcome: 'not-covered', clauses: [] },
    'question e': { outcome: 'partly', clauses: [clause('1.1')] },
  };
  const rows = [
    row('a', ['1.1', '1.2']),
    row('b', ['1.1']),
    row('c', ['1.1']),
    row('d', [], 'near-miss'),
    row('e', [], 'near-miss'),
  ];
  const { scores, lines } = evalQuestions(
    rows,
    (question) => given[question] ?? { outcome: 'not-covered', clauses: [] },
  );
  expect(scores.first).toBeCloseTo(1 / 3);
  expect(scores.top3).toBeCloseTo(2 / 3);
  expect(scores.spoken).toBeCloseTo(2 / 3);
  expect(scores.silence).toBeCloseTo(1 / 2);
  expect(lines).toContain('near-miss: 1 of 2 right');
  expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(3);
});

describe('the product’s own questions', () => {
  const read = (name: string) =>
    readFileSync(`test/examples/${name}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as QuestionRow);
  const open = read('questions');
  const heldOut = read('questions.held-out');

  test('over 400 in ten voices and more, a third of them kept aside', () => {
    expect(open.length + heldOut.length).toBeGreaterThanOrEqual(400);
    expect(heldOut.length * 3).toBeCloseTo(open.length + heldOut.length, -1);
    expect(new Set([...open, ...heldOut].map(({ voice }) => voice)).size).toBeGreaterThanOrEqual(10);
  });

  test('none is asked twice, and answers go with answerable', () => {
    const all = [...open, ...heldOut];
    expect(new Set(all.map(({ question }) => question)).size).toBe(all.length);
    expect(all.filter(({ answers, answerable }) => answerable !== answers.length > 0)).toEqual([]);
  });
});
