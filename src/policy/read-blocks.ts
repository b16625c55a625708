import { isContents, plainText } from './plain-text.ts';
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
const bullet = /^(\s*(?:[-*+▪•]|\d+[.)])\s+)\S/;
const ruler = /^[\s:|-]*-{2,}[\s:|-]*$/;

/** Cuts a Markdown document into blocks. Nothing is rewritten: each `text` is a stretch of the source. */
export function readBlocks(lines: readonly string[]): Block[] {
  const drafts: Draft[] = [];
  let blank = true;
  let contents = false;
  let fenced = -1;
  lines.forEach((line, at) => {
    if (/^\s*(```|~~~)/.test(line)) fenced = fenced < 0 ? at : -1;
    const title = readHeading(line, at);
    if (title) contents = isContents(title.text);
    if (title) drafts.push(title);
    else if (line.trim() !== '' && fenced < 0 && !contents && !ruler.test(line)) addLine(drafts, lines, at, blank);
    blank = line.trim() === '';
  });
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

function readHeading(line: string, at: number): Extract<Draft, { kind: 'heading' }> | null {
  const found = heading.exec(line);
  if (!found) return null;
  const text = plainText(found[2] ?? '');
  const number = headingNumber.exec(text);
  const level = found[1]?.length ?? 1;
  return {
    kind: 'heading',
    level,
    number: number?.[1] ?? null,
    text: number?.[2] ?? text,
    from: at,
    to: at,
    column: 0,
  };
}

function addLine(drafts: Draft[], lines: readonly string[], at: number, afterBlank: boolean): void {
  const line = lines[at] ?? '';
  const place = { from: at, to: at };
  const previous = drafts.at(-1);
  const number = numbered.exec(line);
  const letter = lettered.exec(line);
  const point = bullet.exec(line);
  const indent = line.length - line.trimStart().length;
  if (isRow(line)) addRow(drafts, lines, at, afterBlank);
  else if (number) drafts.push({ kind: 'numbered', number: number[2] ?? '', ...place, column: number[1]?.length ?? 0 });
  else if (letter)
    drafts.push({ kind: 'bullet', letter: letter[2] ?? '', indent, ...place, column: letter[1]?.length ?? 0 });
  else if (point) drafts.push({ kind: 'bullet', letter: null, indent, ...place, column: point[1]?.length ?? 0 });
  else if (!afterBlank && previous && previous.kind !== 'heading' && previous.kind !== 'row') previous.to = at;
  else drafts.push({ kind: 'text', ...place, column: 0 });
}

function isRow(line: string): boolean {
  return line.includes('\t') || /^\s*\|.*\|\s*$/.test(line);
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
  const header = first && !isTitle(cells) && (looksLikeHeader || ruler.test(lines[at + 1] || 'x'));
  drafts.push({ kind: 'row', cells, opens, header, from: at, to: at, column: 0 });
}

function readCells(line: string): string[] {
  const piped = /^\s*\|(.*)\|\s*$/.exec(line);
  return (piped ? (piped[1] ?? '').split('|') : line.split('\t')).map((cell) => cell.trim());
}

/** A row with one bold cell alone names the table below it. */
export function isTitle(cells: readonly string[]): boolean {
  return isBold(cells[0] ?? '') && cells.slice(1).every((cell) => cell === '');
}

function isBold(cell: string): boolean {
  return /^(<b>.*<\/b>|\*\*.*\*\*)$/.test(cell);
}
