import { UnreadableDocument } from './unreadable-document.ts';

/** One row of a table written in HTML, filed under its first line. Lines are counted from 0. */
export interface HtmlRow {
  readonly to: number;
  readonly cells: readonly string[];
  /** All its cells are head cells. */
  readonly head: boolean;
  /** The first row of its table. */
  readonly first: boolean;
}

const tableTag = /^\s*(?:<\/?(?:table|thead|tbody|tfoot|caption|colgroup|col)\b[^>]*>\s*)+$/i;

/** A line with nothing but the tags around rows. */
export function isTableTag(line: string): boolean {
  return tableTag.test(line);
}

/** The rows of HTML tables by the line they begin on. Throws `UnreadableDocument` at a row without end, and at two in a line. */
export function htmlRows(lines: readonly string[]): ReadonlyMap<number, HtmlRow> {
  const rows = new Map<number, HtmlRow>();
  let first = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (/<table\b/i.test(line)) first = true;
    if (!/<tr\b/i.test(line)) continue;
    const to = lines.findIndex((other, place) => place >= at && /<\/tr>/i.test(other));
    if (to < 0) throw new UnreadableDocument(at + 1, 'a table row is opened here ("<tr>") and never closed');
    const row = lines.slice(at, to + 1).join('\n');
    if ((row.match(/<tr\b/gi)?.length ?? 0) > 1)
      throw new UnreadableDocument(
        at + 1,
        'a second table row begins before the line ends; put each "<tr>" on its own line',
      );
    const cells = [...row.matchAll(/<(t[dh])\b[^>]*>([\s\S]*?)<\/t[dh]>/gi)];
    const head = cells.length > 0 && cells.every(([, tag]) => tag?.toLowerCase() === 'th');
    rows.set(at, { to, cells: cells.map(([, , cell]) => (cell ?? '').trim()), head, first });
    first = false;
    at = to;
  }
  return rows;
}
