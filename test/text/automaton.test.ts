import { Automaton } from '../../src/text/automaton.ts';
import { normalise } from '../../src/text/normalise.ts';
import { readPattern } from '../../src/text/pattern.ts';
import { readSentences } from '../../src/text/sentences.ts';
import { readTokens } from '../../src/text/tokens.ts';

const classes = new Map([
  ['worker', ['nurse', 'social worker', 'doct*'].map((member) => readPattern(member))],
  ['staff', ['{worker}', 'porter'].map((member) => readPattern(member))],
]);

function found(pattern: string, text: string): string[] {
  const automaton = new Automaton([readPattern(pattern)], classes);
  const plain = normalise(text);
  const tokens = readTokens(plain);
  const starts = new Set(readSentences(plain, tokens).map((sentence) => sentence.from));
  return automaton
    .scan(tokens, (index) => starts.has(index))
    .map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end));
}

describe('a phrase row', () => {
  test.each([
    ['word for word', 'It is word for word the same', ['word for word']],
    ['word for word', 'It is word by word the same', []],
    ['my (cat|old dog) barks', 'My old dog barks, my cat barks', ['My old dog barks', 'my cat barks']],
    ['my [very] big cat', 'my big cat and my very big cat', ['my big cat', 'my very big cat']],
    ['found ..2 google', 'found it on Google', ['found it on Google']],
    ['found ..2 google', 'found it somewhere on Google', []],
    ['found ..5 google', 'I found it. Ask Google', []],
    ['found // google', 'I found. Google helped', ['found. Google']],
    ['crop*', 'cropped crops crop carp', ['cropped', 'crops', 'crop']],
    ['{worker} here', 'social worker here, doctors here, porter here', ['social worker here', 'doctors here']],
    ['{staff} here', 'social worker here, porter here', ['social worker here', 'porter here']],
    ['^ nurse', 'Nurse. A nurse', ['Nurse']],
    ['it goes $', 'It goes on. There it goes.', ['it goes']],
    ['give {number}', 'give 5 or give five', ['give 5']],
    ['😂 no', 'well 😂 no', ['😂 no']],
  ])('%s in "%s"', (pattern, text, expected) => expect(found(pattern, text)).toEqual(expected));

  test.each([
    ['stupid', 'stup1d'],
    ['stupid', 'STUUUPID'],
    ['stupid', 's t u p i d'],
    ['stupid', 's.t.u.p.i.d'],
    ['stupid', 'stu\u200bpid'],
    ['stupid', 'ѕtuріd'],
    ['stupid', 'ｓｔｕｐｉｄ'],
    ["don't bother", 'dont bother'],
    ["don't bother", 'don’t bother'],
    ['line manager', '#linemanager'],
    ['line manager', '#LineManager'],
    ['line manager', '#notmylinemanager'],
    ['cafe', 'café'],
  ])('%s is seen in "%s"', (pattern, text) => expect(found(pattern, text)).toHaveLength(1));

  test.each(['a (b', 'a b)', '[a]', '..', '(a|)', 'a [', '^'])('"%s" is refused', (pattern) =>
    expect(() => readPattern(pattern)).toThrow(/"/),
  );

  test('an unknown class is refused by name', () => {
    expect(() => new Automaton([readPattern('{nobody}')], classes)).toThrow('there is no class {nobody}');
  });

  test('classes that contain each other are refused', () => {
    const circle = new Map([
      ['a', [readPattern('x {b}')]],
      ['b', [readPattern('y {a}')]],
    ]);
    expect(() => new Automaton([readPattern('{a}')], circle)).toThrow('contain each other');
  });
});
