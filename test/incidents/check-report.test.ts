import { checkReport } from '../../src/incidents/check-report.ts';
import type { ReportDraft } from '../../src/incidents/report-form.ts';

const least: ReportDraft = {
  level: 'named',
  happened: 'He mocked me in a group.',
  when: 'last week',
  safeNow: 'unsure',
};
const check = (more: object) => checkReport({ ...least, ...more } as ReportDraft, '2026-06-08', 'me');
const fields = (more: object) => {
  const checked = check(more);
  return 'report' in checked ? [] : checked.map(({ field }) => field);
};

describe('a report form', () => {
  test('asks three things and no more (C5)', () => {
    expect(fields({})).toEqual([]);
    expect(fields({ happened: '', when: ' ', safeNow: '' })).toEqual(['happened', 'when', 'safeNow']);
  });

  test.each([
    ['today', '2026-06-08', []],
    ['tomorrow', '2026-06-09', ['when']],
    ['tomorrow as the British write it', '9/6/2026', ['when']],
    ['the same figures read the American way', '6/9/2025', []],
    ['a short year', '07.06.26', []],
    ['a day that is none', '31/02/2026', ['when']],
    ['a month that is none', '2026-13-01', ['when']],
    ['words', 'since about Easter, it never stops', []],
    ['one emoji', '😢', []],
    ['marks alone', '...', ['when']],
    ['201 characters', 'x'.repeat(201), ['when']],
  ])('takes "roughly when" as %s', (_what, when, expected) => {
    expect(fields({ when })).toEqual(expected);
  });

  test.each([
    ['an unknown level', { level: 'secret' }, ['level']],
    ['a level in capitals', { level: 'Anonymous' }, ['level']],
    ['no level', { level: undefined }, ['level']],
    ['a list of levels', { level: ['anonymous'] }, ['level']],
    ['the name of an inherited field', { level: 'constructor' }, ['level']],
    ['text as long as allowed', { happened: 'x'.repeat(8000) }, []],
    ['text one longer', { happened: 'x'.repeat(8001) }, ['happened']],
    ['text of blanks', { happened: ' \n\t ' }, ['happened']],
    ['invisible text', { happened: '\u200b\u200b' }, ['happened']],
    ['abuse, quoted', { happened: 'He wrote: "you are a f***ing waste of space, kill yourself"' }, []],
    ['21 links', { links: 'https://x.example '.repeat(21) }, ['links']],
    ['20 links', { links: 'https://x.example\n'.repeat(20) }, []],
    ['11 people', { subjects: Array.from({ length: 11 }, () => ({ name: 'A B', oid: null })) }, ['subjects']],
    ['a name of 121 letters', { witnesses: [{ name: 'x'.repeat(121), oid: null }] }, ['witnesses']],
    ['oneself', { subjects: [{ name: 'Me', oid: 'me' }] }, ['subjects']],
    ['oneself as a witness', { witnesses: [{ name: 'Me', oid: 'me' }] }, []],
    ['a characteristic that is none', { characteristic: 'tall' }, ['characteristic']],
    ['prefer not to say', { characteristic: 'prefer-not-to-say' }, []],
    ['blank optional answers', { aimedAt: '', platform: ' ', relation: '', characteristic: '' }, []],
  ])('with %s', (_what, more, expected) => {
    expect(fields(more)).toEqual(expected);
  });

  test('keeps what was typed as it was typed, but for blanks around it', () => {
    const happened = '  <b>"**Go home**"</b> @everyone https://x.example/1 \n– he said 🐒  ';
    expect(check({ happened })).toMatchObject({ report: { happened: happened.trim() } });
  });
});
