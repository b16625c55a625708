import type { Clause, PolicyDocument } from './clause.ts';
import { plainText } from './plain-text.ts';

const organisation =
  /\b((?:[A-Z][\w’'-]+(?:,|\s&|\sand|\sof|\sfor|\sthe)*\s)+(?:Board|Trust|Council|Authority|University|College|School|Hospital|Hospice|Practice|Charity|Foundation|Association|Group|Company|Limited|Ltd|CIC|Service))\b/;

/** The facts of the document that stand over every answer: what it is, whose, which version, since when, until when. */
export function describeDocument(
  lines: readonly string[],
  clauses: readonly Clause[],
): Omit<PolicyDocument, 'clauses'> {
  const title = lines.find((line) => /^#\s/.test(line)) ?? lines.find((line) => /^#/.test(line)) ?? 'Policy';
  const text = plainText(lines.filter((line) => !/^#/.test(line)).join('\n'));
  return {
    title: plainText(title.replace(/^#+\s*/, '')),
    organisation:
      organisation.exec(text)?.[1]?.replace(/^(The|This|Our|(Trustees|Board|Governors|Council) of( the)?)\s/, '') ??
      null,
    version:
      versionOf(clauses) ??
      /\d+(\.\d+)*/.exec(factOf(clauses, 'version') ?? '')?.[0] ??
      /\bversion(?: number)?:?\s+v?(\d+(?:\.\d+)+)/i.exec(text)?.[1] ??
      null,
    effective: dateIn(factOf(clauses, 'effective') ?? /\beffective(?: date| from)?:?\s+(.{6,20})/i.exec(text)?.[1]),
    nextReview: dateIn(
      factOf(clauses, 'next-review') ??
        /\b(?:next review|review date|review due|review by)[^\d\n]{0,20}(.{6,20})/i.exec(text)?.[1],
    ),
  };
}

function versionOf(clauses: readonly Clause[]): string | null {
  const rows = clauses.filter(({ id, kind }) => kind === 'row' && /^version\.\d/.test(id));
  return (
    rows
      .map(({ id }) => id.slice('version.'.length))
      .sort(byNumber)
      .at(-1) ?? null
  );
}

function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function factOf(clauses: readonly Clause[], name: string): string | undefined {
  const row = clauses.find(({ id, kind }) => kind === 'row' && id.endsWith(`.${name}`));
  return row && plainText(row.text).slice(row.title.length);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The first date in a text as an ISO day, read the British way; a month alone means its last day. */
export function dateIn(text: string | undefined): string | null {
  if (text === undefined) return null;
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text);
  if (iso) return iso[0];
  const numbers = /\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b/.exec(text);
  if (numbers) return isoDay(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]));
  const words = /\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})\b/.exec(text);
  const month = months.indexOf(words?.[2]?.toLowerCase() ?? '') + 1;
  if (!words || month === 0) return null;
  const year = Number(words[3]);
  return isoDay(year, month, words[1] ? Number(words[1]) : new Date(Date.UTC(year, month, 0)).getUTCDate());
}

function isoDay(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
