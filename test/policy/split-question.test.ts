import { splitQuestion } from '../../src/policy/split-question.ts';

test.each([
  ['who wrote it and who signed it off', ['who wrote it', 'who signed it off']],
  ['When did it start, and when does it run out?', ['When did it start', 'when does it run out?']],
  ['Do I need a disclaimer? And can I use a photo?', ['Do I need a disclaimer', 'can I use a photo?']],
  [
    'As a member of staff how careful must I be, and is there a course?',
    ['As a member of staff how careful must I be', 'is there a course?'],
  ],
])('%s', (question, parts) => {
  expect(splitQuestion(question)).toEqual(parts);
});

test.each([
  'can I criticise staff and patients',
  'what about bullying and harassment',
  'My sister works here and is always on Twitter. Allowed?',
  'who, and why?',
  '',
])('"%s" is one question', (question) => {
  expect(splitQuestion(question)).toEqual([question]);
});
