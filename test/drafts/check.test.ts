import fc from 'fast-check';
import { checkDraft } from '../../src/drafts/check.ts';
import { verdicts } from '../../src/drafts/finding.ts';
import { testRules } from '../../src/drafts/test-rules.ts';
import { ruleBook } from './rule-book.ts';

const check = (text: string) => checkDraft({ text }, ruleBook);

const pieces = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    'I work for the NHS and ',
    'word for word from her book ',
    '“vote for Jude” ',
    '😂👩‍👩‍👧 ',
    '[image: watermark cropped out] ',
    'nobody needs a smear ',
    '\ud800',
    '\u202e',
    '\n\n',
    '"',
    '#NotMyManager ',
    'NHS number 943 476 5919 ',
  ),
);
const anyDraft = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));

test('any draft gets a verdict, and every span is the words it points at', () => {
  fc.assert(
    fc.property(anyDraft, (text) => {
      const { verdict, findings } = check(text);
      const gravest = Math.max(0, ...findings.map((finding) => verdicts.indexOf(finding.severity)));
      expect(verdict).toBe(verdicts[gravest]);
      for (const finding of findings) {
        expect(finding.message).not.toBe('');
        expect(finding.suggestion).not.toBe('');
        expect(finding.spans.length).toBeGreaterThan(0);
        for (const { start, end, text: words } of finding.spans) expect(text.slice(start, end)).toBe(words);
      }
    }),
    { numRuns: 60 },
  );
});

test('the same draft gets the same findings', () => {
  fc.assert(
    fc.property(anyDraft, (text) => expect(check(text)).toEqual(check(text))),
    { numRuns: 20 },
  );
});

test.each([
  ['nothing', ''],
  ['whitespace', ' \n\t '],
  ['one emoji', '🙂'],
  ['a lone surrogate', '\ud83d'],
  ['right to left', '\u202e!שלום'],
  ['zero width only', '\u200b'.repeat(500)],
  ['nested quotes', '"“'.repeat(10_000) + '”"'.repeat(10_000)],
  ['lines quoted ten thousand times', `${'>'.repeat(10_000)} a quiet day`],
  ['one endless word', 'o'.repeat(50_000)],
  ['one endless address', 'so.on.'.repeat(10_000)],
  ['only line ends', '\r\n'.repeat(20_000)],
  ['hashtags run together', '#teatime'.repeat(5_000)],
  ['only half flags', '\u{1f1ec}'.repeat(5_001)],
])('%s is not a breach and does not fail', (_, text) => expect(check(text).verdict).toBe('ok'));

test('a draft of a megabyte is read, and what is beyond is named', () => {
  const { notChecked } = check('A quiet day at the allotment, two marrows and a robin. '.repeat(19_000));
  expect(notChecked).toContain('too-long');
});

test.each([
  ['[photo: a robin] Morning', ['image']],
  ['Read this: https://example.org/a', ['link']],
  ['Dzień dobry wszystkim z naszego oddziału', ['other-language']],
  ['Cwrdd yn y clwb am chwech, dewch ag arian y raffl', ['other-language']],
  ['صباح الخير للجميع من المستشفى', ['other-language']],
  ['n3w k1tt3n pic5 inb0und and my brother taught me l33t', []],
  ['The kettle is on and so am I', []],
])('what cannot be seen in "%s" is said', (text, spots) => expect(check(text).notChecked).toEqual(spots));

test('no verdict says that a draft is approved', () => {
  const words = JSON.stringify(Object.values(ruleBook.rules).map(({ why, instead, says }) => [why, instead, says]));
  expect(words).not.toMatch(/safe to post|approved|you will be disciplined|is lawful/i);
});

test('every example of every conduct rule holds', () => {
  const broken = testRules(ruleBook).filter((complaint) => !/no example shows|stands twice/.test(complaint));
  expect(broken).toEqual([]);
});
