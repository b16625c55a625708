import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadClauseIndex, readLessons } from '../../src/organisation/clause-index.ts';
import { keepLearnedQuestions, readLearnedQuestions } from '../../src/organisation/learned-questions.ts';
import type { Weights } from '../../src/policy/classifier.ts';

const smallQuestions = `clauses:
  '2.2': |
    does this code bind students
    are my students covered
  '3.2': |
    do I need a separate account for lessons
    can I teach from my own account
  '3.5': |
    may I post that a pupil is ill
silent:
  parking: |
    where do I park
out-of-scope:
  weather: |
    will it rain
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'learned-questions-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what is shipped is what policy, questions and synonyms teach today; if not, run: npm run train:policy', () => {
  const { print, learn } = readLessons('policy');
  const shipped = readLearnedQuestions(print);
  expect(shipped).toBeDefined();
  const fresh = learn();
  if (shipped === undefined || fresh === null) throw new Error('there are examples');
  const { byWords, byLetters, ...rest } = fresh;
  expect({ ...shipped, byWords: undefined, byLetters: undefined }).toEqual({
    ...rest,
    byWords: undefined,
    byLetters: undefined,
  });
  for (const [kept, learned] of [
    [shipped.byWords, byWords],
    [shipped.byLetters, byLetters],
  ] as const) {
    expect(kept.signs).toEqual(learned.signs);
    expectSameWeights(kept.which, learned.which);
    expectSameWeights(kept.whether, learned.whether);
  }
});

function expectSameWeights(kept: Weights, learned: Weights): void {
  expect(kept.labelCount).toBe(learned.labelCount);
  expect(Buffer.compare(Buffer.from(kept.bytes), Buffer.from(learned.bytes))).toBe(0);
  expect(
    Buffer.compare(Buffer.from(new Uint8Array(kept.steps.buffer)), Buffer.from(new Uint8Array(learned.steps.buffer))),
  ).toBe(0);
}

const policyFiles = ['social-media-policy.md', 'questions.yaml', 'synonyms.yaml'];

test.each(policyFiles)('a changed %s is learned anew; other line ends are no change', (name) => {
  for (const file of policyFiles) cpSync(join('policy', file), join(folder, file));
  const file = join(folder, name);
  const text = readFileSync(file, 'utf8');
  const { print } = readLessons(folder);
  writeFileSync(file, text.replaceAll('\n', '\r\n'));
  expect(readLessons(folder).print).toBe(print);
  writeFileSync(file, `${text}\n`);
  expect(readLessons(folder).print).not.toBe(print);
});

test('an index of kept weights ranks as one that has just learned', () => {
  cpSync('test/fixtures/policies/northmoor-college.md', join(folder, 'social-media-policy.md'));
  cpSync('policy/synonyms.yaml', join(folder, 'synonyms.yaml'));
  writeFileSync(join(folder, 'questions.yaml'), smallQuestions);
  const { document, print, learn } = readLessons(folder);
  expect(document.clauses.map(({ id }) => id)).toEqual(expect.arrayContaining(['2.2', '3.2', '3.5']));
  const learned = learn();
  if (learned === null) throw new Error('there are examples');
  const kept = join(folder, 'questions.bin');
  keepLearnedQuestions(print, learned, kept);
  const asked = 'do i need a second account for my class';
  expect(loadClauseIndex(folder, kept).rank(asked)).toEqual(
    loadClauseIndex(folder, join(folder, 'none.bin')).rank(asked),
  );
});
