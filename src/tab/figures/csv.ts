/**
 * A table as CSV (RFC 4180). A spreadsheet takes a cell that begins with one of a few marks for a formula and runs it, so such
 * a text gets an apostrophe in front, which spreadsheets do not show. Numbers stay numbers.
 */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  if (value === null) return hidden;
  if (typeof value === 'number') return String(value);
  const safe = opensFormula.test(value.trimStart()) || /^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** With their wide forms, which some spreadsheets take for the same, and the marks of older programs. */
const opensFormula = /^[=+\-@\uff1d\uff0b\uff0d\uff20|%]/;

/** How official statistics mark a count that is kept back. */
const hidden = '[c]';
