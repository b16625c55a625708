import { isLetterUnit } from './unit-class.ts';

/** A run of signs longer than this, without a space, is no link. */
const longest = 2048;

const topLevel = new Set(
  'com org net uk co io ly nhs gov info tv me app be gg to xyz site online example test dev edu ac eu ie wales scot london live news blog link shop zip'.split(
    ' ',
  ),
);

/** Whether no link or address goes on over this unit: space, quote, closing bracket, comma, half of a surrogate pair. */
export const endsLink = (unit: number): boolean =>
  unit <= 0x20 ||
  unit === 0x22 ||
  unit === 0x29 ||
  unit === 0x5d ||
  unit === 0x3e ||
  unit === 0x2c ||
  unit === 0xa0 ||
  (unit >= 0xd800 && unit <= 0xdfff);

/** Finds links in one text, asked from left to right. */
export class LinkReader {
  readonly #text: string;
  /** No link begins before: the run of signs here is too long. Spares reading it again for each of its words. */
  #noneBefore = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The end of a link or e-mail address that begins at `from`; `from` when none does. */
  endAt(from: number): number {
    if (from < this.#noneBefore) return from;
    const end = linkEnd(this.#text, from);
    if (end < 0) this.#noneBefore = from + longest / 2;
    return end < 0 ? from : end;
  }
}

/** As `endAt`, but -1 where the run of signs is too long to be one. */
function linkEnd(text: string, from: number): number {
  let to = from;
  let dot = -1;
  let slash = -1;
  let at = -1;
  for (; to < text.length; to++) {
    const unit = text.charCodeAt(to);
    if (endsLink(unit)) break;
    if (unit === 0x2e && slash < 0) dot = to;
    else if (unit === 0x40) at = to;
    else if (unit === 0x2f && slash < 0) slash = to;
    if (to - from > 64 && dot < 0 && slash < 0 && at < 0) return from;
    if (to - from > longest) return -1;
  }
  if (dot < 0 && slash < 0) return from;
  while (to > from && ".!?:;'*_".includes(text[to - 1] as string)) to--;
  if (slash > from && text.startsWith('://', slash - 1) && to > slash + 2) return to;
  while (dot >= to || (dot > from && text[dot] !== '.')) dot--;
  if (dot <= from) return from;
  let tail = dot + 1;
  while (tail < to && isLetterUnit(text, tail)) tail++;
  const ends = tail === to || text[tail] === '/' || text[tail] === ':' || text[tail] === '?';
  return ends && topLevel.has(text.slice(dot + 1, tail)) ? to : from;
}
