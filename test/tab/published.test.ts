import { readFileSync } from 'node:fs';
import { readDocument } from '../../src/policy/read-document.ts';
import { readPublished } from '../../src/tab/page/policy/published.ts';

const { clauses } = readDocument(readFileSync('policy/social-media-policy.md', 'utf8'));
const textOf = (text: string) =>
  readPublished(text)
    .flat(2)
    .map(({ runs }) => runs.map((run) => run.text).join(''))
    .join(' ');
/** Letters and figures alone: what a reader reads, whatever the marks around it. */
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

test.each(clauses.map(({ id, text }) => [id, text]))('%s is shown word for word', (_id, text) => {
  const published = text.replace(/<[^>]*>/g, ' ').replace(/\]\([^)]*\)/g, '] ');
  expect(wordsOf(textOf(text))).toEqual(wordsOf(published));
  expect(textOf(text)).not.toMatch(/<[a-z/]|\*\*|\]\(/i);
});

test('quotation marks, brackets and dashes stay as they were published', () => {
  const text = 'race (including nationality; “opinion” – it’s “links to appropriate content”';
  expect(textOf(text)).toBe(text);
});

test('a link leads to the web or to an address of e-mail, and nowhere else', () => {
  const linksOf = (text: string) =>
    readPublished(text)
      .flat(2)
      .flatMap(({ runs }) => runs.map(({ link }) => link));
  expect(linksOf('see [us](https://example.org)')).toEqual([null, 'https://example.org']);
  expect(linksOf('write [us](mailto:us@example.org)')).toEqual([null, 'mailto:us@example.org']);
  for (const address of ['javascript:alert(1)', 'data:text/html,x', '//evil.example', ' javascript:x', 'JAVASCRIPT:x'])
    expect(linksOf(`[us](${address.trim()})`).filter((link) => link !== null)).toEqual([]);
});

test('marks that a document holds are text to the page', () => {
  expect(textOf('a <script>alert(1)</script> <img src=x onerror=y> b')).toBe(
    'a <script>alert(1)</script> <img src=x onerror=y> b',
  );
});

test('a table has its cells side by side, and a list its items', () => {
  expect(readPublished('Owner:\tSomebody').map((row) => row.length)).toEqual([2]);
  const [row] = readPublished('<p>Two:</p> <ul><li>▪ one</li><li>▪ other</li></ul>');
  expect(row?.[0]?.map(({ kind, runs }) => [kind, runs[0]?.text.trim()])).toEqual([
    ['paragraph', 'Two:'],
    ['item', 'one'],
    ['item', 'other'],
  ]);
});
