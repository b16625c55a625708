import { splitHashtag } from './hashtags.ts';
import { originalRange, type PlainText } from './normalise.ts';
import { spellings } from './spellings.ts';
import { classOf, isLetterUnit, isWordUnit, unitClass, unitsAt } from './unit-class.ts';

export type TokenKind = 'word' | 'number' | 'handle' | 'link' | 'emoji';

/** One unit of matching. `start` and `end` are UTF-16 offsets in the original text. */
export interface Token {
  readonly kind: TokenKind;
  /** The plain form that phrases match: lower case, apostrophes straight; a handle, link or e-mail address without its "@" or as it stands. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Stands inside a hashtag (which may have been split in several tokens). */
  readonly tag: boolean;
  /** The first letter is a capital in the original. */
  readonly capital: boolean;
  /** Place in the plain text, for readers of punctuation. */
  readonly from: number;
  readonly to: number;
}

const letter = /[\p{L}\p{M}]/u;
const digit = /\p{N}/u;
const picture = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

/** Words, numbers, handles, hashtags split into words, links and emoji, in order. Linear; words spelt with gaps are joined. */
export function readTokens(plain: PlainText): Token[] {
  const { text } = plain;
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (unit === 0x23 && isWordUnit(text, at + 1)) at = pushHashtag(plain, at, tokens);
    else if (unit === 0x40 && isWordUnit(text, at + 1) && !isWordUnit(text, at - 1)) at = pushHandle(plain, at, tokens);
    else if (isWordUnit(text, at) || (isLeet(unit) && isLetterUnit(text, at + 1))) at = pushWord(plain, at, tokens);
    else if (unit > 0x7f) at = pushEmoji(plain, at, tokens);
    else at++;
  }
  return joinSpelledOut(plain, tokens);
}

function pushWord(plain: PlainText, from: number, tokens: Token[]): number {
  const { text } = plain;
  const link = linkEnd(text, from);
  if (link > from) {
    tokens.push(makeToken(plain, 'link', from, link, false));
    return link;
  }
  let to = from;
  let letters = 0;
  while (to < text.length) {
    const kind = classOf(text, to);
    if (kind === unitClass.letter) letters++;
    else if (
      kind === unitClass.leet
        ? !isLetterUnit(text, to + 1) && !(letters > 0 && text[to] === '$')
        : kind !== unitClass.digit
    ) {
      const inside = text[to] === "'" && letters > 0 && isLetterUnit(text, to + 1);
      if (!inside) break;
    }
    to += unitsAt(text, to);
  }
  if (to === from) return from + 1;
  tokens.push(makeToken(plain, letters > 0 ? 'word' : 'number', from, to, false));
  return to;
}

function pushHandle(plain: PlainText, at: number, tokens: Token[]): number {
  const to = nameEnd(plain.text, at + 1);
  tokens.push(makeToken(plain, 'handle', at, to, false));
  return to;
}

function pushHashtag(plain: PlainText, at: number, tokens: Token[]): number {
  const to = nameEnd(plain.text, at + 1);
  const { start, end } = originalRange(plain, at + 1, to);
  const cuts = splitHashtag(plain.text.slice(at + 1, to), plain.original.slice(start, end));
  let from = at + 1;
  for (const length of cuts) {
    const numeric = digit.test(plain.text[from] ?? '') && !letter.test(plain.text.slice(from, from + length));
    tokens.push(makeToken(plain, numeric ? 'number' : 'word', from, from + length, true));
    from += length;
  }
  return to;
}

function pushEmoji(plain: PlainText, at: number, tokens: Token[]): number {
  const { text } = plain;
  const size = unitsAt(text, at);
  if (picture.test(text.slice(at, at + size))) tokens.push(makeToken(plain, 'emoji', at, at + size, false));
  return at + size;
}

function makeToken(plain: PlainText, kind: TokenKind, from: number, to: number, tag: boolean): Token {
  const { start, end } = originalRange(plain, from, to);
  const raw = plain.text.slice(kind === 'handle' ? from + 1 : from, to);
  const first = plain.original.charCodeAt(start);
  const capital = kind === 'word' && (first < 128 ? first >= 65 && first <= 90 : isCapital(plain.original, start));
  return { kind, key: kind === 'word' ? (spellings.get(raw) ?? raw) : raw, start, end, tag, capital, from, to };
}

function isCapital(original: string, at: number): boolean {
  const character = String.fromCodePoint(original.codePointAt(at) ?? 0);
  return character !== character.toLowerCase();
}

const longestSpelledOut = 30;

/** "s t u p i d", "s.t.u.p.i.d": three or more single letters with the same one sign between them become one token. */
function joinSpelledOut(plain: PlainText, tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    let last = at;
    while (isSpelledOn(plain.text, tokens[at] as Token, tokens[last] as Token, tokens[last + 1])) last++;
    const first = tokens[at] as Token;
    if (last - at < 2 || last - at > longestSpelledOut) {
      for (; at < last; at++) joined.push(tokens[at] as Token);
      joined.push(tokens[at] as Token);
      at++;
      continue;
    }
    const key = tokens
      .slice(at, last + 1)
      .map((token) => plain.text.slice(token.from, token.to))
      .join('');
    const end = tokens[last] as Token;
    joined.push({ ...first, key, end: end.end, to: end.to });
    at = last + 1;
  }
  return joined;
}

function isSpelledOn(text: string, first: Token, token: Token, next: Token | undefined): boolean {
  if (next === undefined || token.to - token.from !== 1 || next.to - next.from !== 1) return false;
  if (token.kind !== 'word' || next.kind !== 'word' || next.from - token.to !== 1) return false;
  return ' .-_*'.includes(text[token.to] as string) && text[token.to] === text[first.to];
}

const topLevel = new Set(
  'com org net uk co io ly nhs gov info tv me app be gg to xyz site online example test dev edu ac eu ie wales scot london live news blog link shop zip'.split(
    ' ',
  ),
);

/** The end of a link or e-mail address that begins at `from`; `from` when none does. */
function linkEnd(text: string, from: number): number {
  let to = from;
  let dot = -1;
  let slash = -1;
  let at = -1;
  for (; to < text.length; to++) {
    const unit = text.charCodeAt(to);
    if (
      unit <= 0x20 ||
      unit === 0x22 ||
      unit === 0x29 ||
      unit === 0x5d ||
      unit === 0x3e ||
      unit === 0x2c ||
      unit === 0xa0
    )
      break;
    if (unit >= 0xd800 && unit <= 0xdfff) break;
    if (unit === 0x2e && slash < 0) dot = to;
    else if (unit === 0x40) at = to;
    else if (unit === 0x2f && slash < 0) slash = to;
    if (to - from > 64 && dot < 0 && slash < 0 && at < 0) return from;
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

function nameEnd(text: string, from: number): number {
  let to = from;
  while (to < text.length && (isWordUnit(text, to) || text[to] === '_')) to += unitsAt(text, to);
  return to;
}

const isLeet = (unit: number): boolean => unit === 0x24 || unit === 0x40;
