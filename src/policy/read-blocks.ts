import { type HtmlRow, htmlRows, isTableTag } from './html-rows.ts';
import { isContents, plainText } from './plain-text.ts';
import { isRow, isRuler, readCells } from './table-rows.ts';
import { UnreadableDocument } from './unreadable-document.ts';

interface Stretch {
  /** First and last line, counted from 0, both included. */
  readonly from: number;
  readonly to: number;
  /** The stretch of the source itself, without its number or bullet mark. */
  readonly text: string;
}

export type Block = Stretch &
  (
    | { readonly kind: 'heading'; readonly level: number; readonly number: string | null }
    | { readonly kind: 'numbered'; readonly number: string }
    | { readonly kind: 'bullet'; readonly letter: string | null; readonly indent: number }
    | { readonly kind: 'row'; readonly cells: readonly string[]; readonly opens: boolean; readonly header: boolean }
    | { readonly kind: 'text' }
  );

/** A block while lines may still join it: `column` is where its text begins in the first line. */
type Draft = { -readonly [Key in 'from' | 'to']: number } & { column: number } & (
    | { kind: 'heading'; level: number; number: string | null; text: string }
    | { kind: 'numbered'; number: string }
    | { kind: 'bullet'; letter: string | null; indent: number }
    | { kind: 'row'; cells: string[]; opens: boolean; header: boolean }
    | { kind: 'text' }
  );

const heading = /^(#{1,6})\s+(.*?)\s*#*\s*$/;
const headingNumber = /^(?:(?:section|part|chapter)\s+)?(\d+(?:\.\d+)*)[.:)]?\s+(\S.*)$/i;
const numbered = /^(\s{0,3}(?:[-*+]\s+)?\*{0,2}(\d+(?:\.\d+)+)\.?\*{0,2}:?\s+)\S/;
const lettered = /^(\s*(?:[-*+]\s+)?\(?([a-z]|i{2,3}|iv|vi{0,3})\)\s+)\S/;
const ordered = /^(\s*(?:[-*+]\s+)?(\d{1,3})[.)]\s+)\S/;
const bullet = /^(\s*[-*+▪•]\s+)\S/;
/** A line of its own in bold, as word processors leave headings behind; one that ends like a sentence is none. */
const boldHeading = /^\s{0,3}(\*\*|__)(?!.*\*\*.*\S.*\*\*)(.{2,90}?)[:\s]*\1:?\s*$/;
const underline = /^\s{0,3}(=+|-{2,})\s*$/;

/** Cuts a Markdown document into blocks. Nothing is rewritten: each `text` is a stretch of the source. */
export function readBlocks(lines: readonly string[]): Block[] {
  const drafts: Draft[] = [];
  const rows = htmlRows(lines);
  let blank = true;
  let contents = false;
  let fenced = -1;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (/^\s*(```|~~~)/.test(line)) fenced = fenced < 0 ? at : -1;
    const title = fenced < 0 ? readHeading(lines, at, blank) : null;
    const row = rows.get(at);
    if (title) contents = isContents(title.text);
    if (title) drafts.push(title);
    else if (row && fenced < 0 && !contents) addHtmlRow(drafts, row, at);
    else if (line.trim() !== '' && fenced < 0 && !contents && !isRuler(line) && !isTableTag(line))
      addLine(drafts, lines, at, blank);
    blank = line.trim() === '';
    at = title?.to ?? row?.to ?? at;
  }
  if (fenced >= 0) throw new UnreadableDocument(fenced + 1, 'a code fence is opened here and never closed');
  return drafts.map((draft) => ({ ...draft, text: 'text' in draft ? draft.text : stretch(draft, lines) }));
}

function stretch(draft: Draft, lines: readonly string[]): string {
  return lines
    .slice(draft.from, draft.to + 1)
    .join('\n')
    .slice(draft.column)
    .trim();
}

function readHeading(
  lines: readonly string[],
  at: number,
  afterBlank: boolean,
): Extract<Draft, { kind: 'heading' }> | null {
  const line = lines[at] ?? '';
  const next = lines[at + 1] ?? '';
  const marked = heading.exec(line);
  if (marked) return headingOf(marked[2] ?? '', marked[1]?.length ?? 1, at, at);
  if (!afterBlank) return null;
  const under = isPlainLine(line) ? underline.exec(next)?.[1] : undefined;
  if (under) return headingOf(line, under.startsWith('=') ? 1 : 2, at, at + 1);
  const bold = next.trim() === '' ? boldHeading.exec(line)?.[2] : undefined;
  if (bold === undefined || /[.;,!?]$/.test(bold) || bold.split(/\s+/).length > mostWords) return null;
  return headingOf(bold, belowAllMarked, at, at);
}

/** A longer line in bold is a sentence to be stressed. */
const mostWords = 12;
const belowAllMarked = 7;

function isPlainLine(line: string): boolean {
  return line.trim() !== '' && !bullet.test(line) && !isRuler(line) && !/[|\t<>]/.test(line);
}

function headingOf(line: string, level: number, from: number, to: number): Extract<Draft, { kind: 'heading' }> {
  const text = plainText(line);
  const number = headingNumber.exec(text);
  return { kind: 'heading', level, number: number?.[1] ?? null, text: number?.[2] ?? text, from, to, column: 0 };
}

function addLine(drafts: Draft[], lines: readonly string[], at: number, afterBlank: boolean): void {
  const line = lines[at] ?? '';
  const place = { from: at, to: at };
  const previous = drafts.at(-1);
  const number = numbered.exec(line);
  const letter = lettered.exec(line);
  const item = ordered.exec(line);
  const point = bullet.exec(line);
  const indent = line.length - line.trimStart().length;
  if (isRow(lines, at, previous?.kind === 'row' && !afterBlank)) addRow(drafts, lines, at, afterBlank);
  else if (number) drafts.push({ kind: 'numbered', number: number[2] ?? '', ...place, column: number[1]?.length ?? 0 });
  else if (letter)
    drafts.push({ kind: 'bullet', letter: letter[2] ?? '', indent, ...place, column: letter[1]?.length ?? 0 });
  else if (item) drafts.push({ kind: 'bullet', letter: item[2] ?? '', indent, ...place, column: item[1]?.length ?? 0 });
  else if (point) drafts.push({ kind: 'bullet', letter: null, indent, ...place, column: point[1]?.length ?? 0 });
  else if (!afterBlank && previous && previous.kind !== 'heading' && previous.kind !== 'row') previous.to = at;
  else drafts.push({ kind: 'text', ...place, column: 0 });
}

/** A row that a page break cut in two goes on in lower case below: it joins the row above, with all that lies between. */
function addRow(drafts: Draft[], lines: readonly string[], at: number, afterBlank: boolean): void {
  const line = lines[at] ?? '';
  const previous = drafts.at(-1);
  const cells = readCells(line);
  if (afterBlank && previous?.kind === 'row' && /^[a-z]/.test(cells[0] ?? '')) {
    previous.cells = previous.cells.map((cell, column) => `${cell} ${cells[column] ?? ''}`.trim());
    previous.to = at;
    return;
  }
  const opens = afterBlank || previous?.kind !== 'row';
  const first = opens || (previous?.kind === 'row' && previous.opens && isTitle(previous.cells));
  const looksLikeHeader = cells.every(isBold) || cells.filter((cell) => cell !== '').length > 2;
  const header = first && !isTitle(cells) && (looksLikeHeader || isRuler(lines[at + 1] || 'x'));
  drafts.push({ kind: 'row', cells, opens, header, from: at, to: at, column: 0 });
}

/** A row of an HTML table: head cells make a header, a table's first line or a gap before it opens one. */
function addHtmlRow(drafts: Draft[], { to, cells, head, first }: HtmlRow, from: number): void {
  const opens = first || drafts.at(-1)?.kind !== 'row';
  drafts.push({ kind: 'row', cells: [...cells], opens, header: head && cells.length > 1, from, to, column: 0 });
}

/** A row with one bold cell alone names the table below it. */
export function isTitle(cells: readonly string[]): boolean {
  return isBold(cells[0] ?? '') && cells.slice(1).every((cell) => cell === '');
}

function isBold(cell: string): boolean {
  return /^(<b>.*<\/b>|\*\*.*\*\*)$/.test(cell);
}
