import { csv } from '../../src/tab/figures/csv.ts';

test('quotes, commas and line breaks stay inside their cell', () => {
  expect(csv([['a "b"', 'c,d', 'e\nf']])).toBe('"a ""b""","c,d","e\nf"\r\n');
});

test('numbers stay numbers, also below nought; a count that is kept back says so', () => {
  expect(csv([['Submitted', 12, -3, null]])).toBe('Submitted,12,-3,[c]\r\n');
});

test.each([
  '=HYPERLINK("https://example.org","click")',
  '+44 1632 960000',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '＝1+1',
  '|calc',
  '%0A=1',
])('%j is text to a spreadsheet', (text) => {
  const read = csv([[text]]).replace(/^"/, '');
  expect(read.startsWith("'")).toBe(true);
});

test.each(['Clause 6.1.3(a)', 'Bring-your-own', "don't know", 'a=b'])('%j is left as it is', (text) => {
  expect(
    csv([[text]])
      .replaceAll('"', '')
      .trim(),
  ).toBe(text);
});
