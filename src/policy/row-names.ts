import { nameOf, rowNames } from './part-names.ts';
import { plainText, slug } from './plain-text.ts';
import { type Block, isTitle } from './read-blocks.ts';

/** One bold cell alone, or a header row with nothing but its first cell, is the name of the table below. */
export function namesTable({ cells, header }: Extract<Block, { kind: 'row' }>): boolean {
  return isTitle(cells) || (header && cells[0] !== '' && cells.slice(1).every((cell) => cell === ''));
}

/** In a form, "Name:" rows and remarks belong to the form as a whole; numbered questions and labelled rows stand alone. */
export function appendixRow(cells: readonly string[]): { id: string; title: string } | null {
  const first = cells[0] ?? '';
  const question = /^(?:<b>|\*\*)?(\d+)[.)]\s/.exec(first);
  if (question) return { id: `q${question[1]}`, title: `Question ${question[1]}` };
  const label = /^(?:<b>(.+?)<\/b>|\*\*(.+?)\*\*)\s*(.*)$/.exec(first);
  const words = plainText(label?.[1] ?? label?.[2] ?? first);
  const explained = label !== null && label[3] !== '';
  const answered = cells.slice(1).some((cell) => cell !== '') && !words.endsWith(':');
  return (explained || answered) && words !== '' ? { id: slug(words), title: words } : null;
}

/** A row by its label: a version number, a name of the trade, or the label's first words. Null where it says nothing. */
export function rowName(cells: readonly string[]): { id: string; title: string } | null {
  const label = plainText(cells[0] ?? '').replace(/:$/, '');
  if (label === '' || cells.slice(1).every((cell) => cell === '')) return null;
  const version = /^v?(\d+(?:\.\d+)*)$/i.exec(label);
  const short = label.split(/,| and | & /)[0] ?? label;
  return { id: version?.[1] ?? nameOf(label, rowNames) ?? slug(short), title: label };
}
