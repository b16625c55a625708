import { readFileSync } from 'node:fs';
import { readDocument } from '../../src/policy/read-document.ts';
import { UnreadableDocument } from '../../src/policy/unreadable-document.ts';

const published = readFileSync('policy/social-media-policy.md', 'utf8');
const document = readDocument(published);
const clause = (id: string) => {
  const found = document.clauses.find((one) => one.id === id);
  if (!found) throw new Error(`no clause ${id}`);
  return found;
};

describe('the published policy', () => {
  test('every part that staff can be pointed to has its id', () => {
    const ids = document.clauses.map(({ id }) => id);
    const plan = 'development dissemination training monitoring review equality associated-documents references';
    const characteristics =
      'age disability gender-reassignment marriage-and-civil-partnership pregnancy-and-maternity race religion-or-belief sex sexual-orientation carers';
    const wanted = [
      ...'status print version.1.0 appendix1 appendix1.contact appendix2 appendix2.contact'.split(' '),
      ...'owner authors directorate approved-by date-of-approval next-review effective'
        .split(' ')
        .map((row) => `control.${row}`),
      ...plan.split(' ').map((row) => `plan.${row}`),
      ...characteristics.split(' ').map((row) => `appendix1.${row}`),
      ...Array.from({ length: 10 }, (_, at) => `appendix2.q${at + 1}`),
      ...'1.1 1.2 1.3 1.4 2.1 2.2 2.2(a) 2.2(b) 3.1 3.2 3.3 3.4 3.5 3.6 3.7 4.1'.split(' '),
      ...'5.1.1 5.1.2 5.2.1 5.2.2 5.2.3 5.3.1 6.1.1 6.1.2 6.1.3 6.1.4'.split(' '),
      ...'6.1.3(a) 6.1.3(b) 6.1.3(c) 6.1.3(d) 6.1.3(e) 5.1 5.2 5.3 6.1'.split(' '),
    ];
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('wording is byte-equal to the document', () => {
    for (const { text } of document.clauses) expect(published.includes(text)).toBe(true);
    expect(clause('6.1.3(a)').text).toContain('or links to appropriate content.');
    expect(clause('5.1.2').text).toMatch(/^Managers should bear in mind concerns/);
  });

  test('a row that a page break cut in two is one row', () => {
    const { text } = clause('appendix1.pregnancy-and-maternity');
    expect(text).toMatch(/In the non-/);
    expect(text).toMatch(/26 weeks after giving birth/);
  });

  test.each([
    ['6.1.3', 'must not'],
    ['6.1.3(a)', 'must not'],
    ['6.1.3(e)', 'must not'],
    ['6.1.2', 'should'],
    ['5.1.1', 'should'],
    ['5.2.3', 'should'],
    ['5.2.2', 'must'],
    ['6.1.1', 'must'],
    ['4.1', 'statement'],
    ['2.1', 'statement'],
    ['3.2', 'definition'],
    ['3.7', 'definition'],
    ['control.next-review', 'fact'],
    ['appendix2.q10', 'fact'],
  ])('%s is read as "%s"', (id, modality) => {
    expect(clause(id).modality).toBe(modality);
  });

  test.each([
    ['6.1.3(d)', /bracket opened and not closed/],
    ['6.1.3(a)', /links to appropriate content/],
    ['6.1.3(e)', /does not read on/],
    ['plan.review', /page 2/],
    ['status', /befordshire/],
  ])('%s is flagged as odd', (id, oddity) => {
    expect(clause(id).oddities.join('; ')).toMatch(oddity);
  });

  test.each(['6.1.2', '6.1.3(b)', '4.1', 'control.owner', 'appendix1'])('%s is not odd', (id) => {
    expect(clause(id).oddities).toEqual([]);
  });

  test('the facts that stand over every answer', () => {
    expect({ ...document, clauses: [] }).toEqual({
      title: 'Social Media Policy',
      organisation: 'Bedfordshire, Luton & Milton Keynes Integrated Care Board',
      version: '1.0',
      effective: '2022-07-01',
      nextReview: '2023-09-01',
      clauses: [],
    });
  });

  test('the table of contents is nothing to cite', () => {
    expect(document.clauses.filter(({ text }) => text.includes('.....'))).toEqual([]);
  });
});

describe('other organisations', () => {
  const read = (name: string) => readDocument(readFileSync(`test/fixtures/policies/${name}.md`, 'utf8'));

  test('headings without numbers, bullets and tables drawn with bars', () => {
    const hospice = read('harbour-light-hospice');
    expect(hospice).toMatchObject({ organisation: 'Harbour Light Hospice', version: '2.3', nextReview: '2028-03-31' });
    const found = Object.fromEntries(hospice.clauses.map(({ id, modality }) => [id, modality]));
    expect(found).toMatchObject({
      'control.owner': 'fact',
      'using-your-own-accounts(a)': 'must not',
      'using-your-own-accounts.fundraising-pages': 'may',
      'official-accounts': 'must',
      'official-accounts.instagram': 'fact',
      'getting-help.contact': 'statement',
    });
  });

  test('lettered points, points within points, and what is broken is said', () => {
    const college = read('northmoor-college');
    expect(college).toMatchObject({ version: '4.1', effective: '2024-09-01', nextReview: '2027-08-31' });
    const ids = college.clauses.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['3.1(a)', '3.1(c)', '3.3(b)', '3.3(b)(i)', '3.3(b)(ii)', 'annexa.contact']),
    );
    const oddities = college.clauses.find(({ id }) => id === '3.5')?.oddities.join('; ');
    expect(oddities).toMatch(/bracket opened/);
    expect(oddities).toMatch(/there is no 3\.4/);
    expect(oddities).toMatch(/section 9/);
    expect(oddities).toMatch(/Annex B/);
    expect(college.clauses.find(({ id }) => id === '4.1')?.modality).toBe('definition');
  });
});

describe('shapes in which policies come', () => {
  test.each([
    ['line ends of any system', '\ufeff# P\r\r## 1 A\r\r1.1 x\r', ['1', '1.1']],
    ['underlined headings', 'P\n=\n\nRules\n-----\n\n* one\n* two\n', ['rules', 'rules(a)', 'rules(b)']],
    ['bold headings and tabs', '**1. Aim**\n\n1.1\tThis.\n1.2\tThat.\n', ['1', '1.1', '1.2']],
    ['a bold sentence is no heading', '## 1 A\n\n1.1 x\n\n**Never do this.**\n', ['1', '1.1']],
    ['a list without headings', '1. Be kind.\n2. Be brief.\n', ['1', '2']],
    ['lists within lists', '## A\n\n1. x\n2. y\n   1. z\n', ['a', 'a(1)', 'a(2)', 'a(2)(1)']],
    ['a heading used twice', '# A\n\n## B\n\nx\n\n## B\n\ny\n', ['b', 'b-2']],
    ['first-level headings', '# P\n\n# A\n\n## Do\n\nx\n\n# B\n\n## Do\n\ny\n', ['a', 'a.do', 'b', 'b.do']],
    ['bars missing at the ends', '## T\n\nWho | When\n--- | ---\nOwner | now\n', ['t', 't.owner']],
    [
      'a table in HTML',
      '## T\n\n<table>\n<tr><th>a</th><th>b</th></tr>\n<tr>\n<td>Owner</td><td>x</td>\n</tr>\n</table>\n',
      ['t', 't.owner'],
    ],
  ])('%s', (_, markdown, ids) => {
    expect(readDocument(markdown).clauses.map(({ id }) => id)).toEqual(ids);
  });
});

describe('a document that cannot be cited is refused with line and reason', () => {
  test.each([
    ['nothing in it', '\n \n', 1, /empty/],
    ['no structure', '\nJust a sentence about posting.\n', 2, /no heading/],
    ['a number used twice', '# P\n\n1.1 One rule.\n\n1.1 Another rule.\n', 5, /"1\.1" is used twice, first on line 3/],
    ['a printed file', '%PDF-1.7\n', 1, /not text/],
    ['one paragraph under a title', '# P\n\nJust a sentence about posting.\n', 3, /only be cited as one/],
    ['headings alone', '# P\n\n## A\n\n## B\n', 3, /no words under/],
    ['letters of another encoding', '# P\n\n## 1 A\n\n1.1 caf\ufffd\n', 5, /not UTF-8/],
    ['an HTML row left open', '# P\n\n<table>\n<tr><td>a</td>\n', 4, /never closed/],
    ['two HTML rows on a line', '# P\n\n<tr><td>a</td></tr><tr><td>b</td></tr>\n', 3, /own line/],
    ['a code fence left open', '# P\n\n```\n1.1 Rule.\n', 3, /never closed/],
  ])('%s', (_, markdown, line, reason) => {
    const refused = () => readDocument(markdown);
    expect(refused).toThrow(UnreadableDocument);
    expect(refused).toThrow(reason);
    expect(refused).toThrow(expect.objectContaining({ line }));
  });
});
