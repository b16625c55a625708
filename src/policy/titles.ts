import { plainText } from './plain-text.ts';

/** "Appendix 1 - Equality" as "appendix1"; null for any other heading. */
export function appendixName(title: string): string | null {
  const found = /^(appendix|annex|schedule)\s+([0-9]{1,2}|[a-z])\b/i.exec(title);
  return found ? `${found[1]}${found[2]}`.toLowerCase() : null;
}

/** The term that is defined, or the first words. */
export function titleOf(text: string): string {
  const plain = plainText(text).replace(/\s+/g, ' ');
  const term = /^([A-Z][^.–—:]{2,40}?)\s(?:–|—|-)\s/.exec(plain)?.[1];
  if (term) return term;
  const words = plain.split(' ');
  return words.length <= 9
    ? plain
    : `${words
        .slice(0, 8)
        .join(' ')
        .replace(/[,;:.]$/, '')} …`;
}

/** a to z, then aa, ab and so on. */
export function letterAt(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letterAt(Math.floor(index / 26) - 1) + letter;
}

/** i to x, then plain numbers. */
export function roman(index: number): string {
  return ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'][index] ?? String(index + 1);
}

/** A heading as published, without its Markdown marks. */
export function headingText(line: string): string {
  return line
    .replace(/^#+\s*/, '')
    .replace(/\*\*/g, '')
    .trim();
}
