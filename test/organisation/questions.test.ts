import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readQuestions, readSynonyms } from '../../src/organisation/questions.ts';
import { BrokenPolicyFile } from '../../src/organisation/read-yaml.ts';
import { ownDocument, ownQuestions } from '../policy/own-index.ts';

const folder = mkdtempSync(join(tmpdir(), 'questions-'));
const file = (text: string): string => {
  const path = join(folder, `${text.length}.yaml`);
  writeFileSync(path, text);
  return path;
};

test('one question a line, blank lines left out', () => {
  const path = file('clauses:\n  "1.1": |\n    what is it\n\n    and why: really\nsilent:\n  time: |\n    how long\n');
  expect(readQuestions(path)).toEqual({
    clauses: { '1.1': ['what is it', 'and why: really'] },
    silent: { time: ['how long'] },
    outOfScope: {},
  });
});

test.each([
  ['a word that is no part of the file', 'clauses: {}\nquestionz: {}\n', /questionz/],
  ['a list where lines belong', 'clauses:\n  "1.1": [a, b]\n', /line 2/],
  ['broken YAML', 'clauses:\n  "1.1": |\n  oops: [\n', /line/],
])('refuses %s', (_, text, reason) => {
  expect(() => readQuestions(file(text))).toThrow(BrokenPolicyFile);
  expect(() => readQuestions(file(text))).toThrow(reason);
});

test('phrases between commas', () => {
  expect(readSynonyms(file('shorthand:\n  fb: facebook\nconcepts:\n  moan: slag off, rant ,\n'))).toEqual({
    shorthand: { fb: 'facebook' },
    concepts: { moan: ['slag off', 'rant'] },
  });
});

describe('the organisation’s own examples', () => {
  const counts = Object.entries(ownQuestions.clauses).map(([id, questions]) => ({ id, count: questions.length }));

  test('each stands under a clause that exists', () => {
    const ids = ownDocument.clauses.map(({ id }) => id);
    expect(counts.filter(({ id }) => !ids.includes(id))).toEqual([]);
  });

  test('every clause with words of its own has at least eight', () => {
    const wanted = ownDocument.clauses.filter(({ kind }) => kind !== 'section' && kind !== 'table');
    const few = wanted.filter(({ id }) => (ownQuestions.clauses[id]?.length ?? 0) < 8);
    expect(few.map(({ id }) => id)).toEqual([]);
  });

  test('no question teaches two things', () => {
    const all = [ownQuestions.clauses, ownQuestions.silent, ownQuestions.outOfScope].flatMap((group) =>
      Object.values(group).flat(),
    );
    const seen = new Set<string>();
    const twice = all.filter((question) => seen.size === seen.add(question.toLowerCase().replace(/[?.! ]+$/, '')).size);
    expect(twice).toEqual([]);
  });
});
