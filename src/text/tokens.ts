import { splitHashtag } from './hashtags.ts';
import { endsLink, LinkReader } from './links.ts';
import { originalRange, type PlainText } from './normalise.ts';
import { joinSpelledOut } from './spelled-out.ts';
import { classOf, isLetterUnit, isWordUnit, unitClass, unitsAt } from './unit-class.ts';
import { type TokenKind, type Word, wordAt } from './word.ts';

/** One unit of matching. `start` and `end` are UTF-16 offsets in the original text. */
export interface Token {
  readonly kind: TokenKind;
  /** The plain form that phrases match: lower case, apostrophes straight; a handle, link or e-mail address without its "@" or as it stands. */
  readonly key: string;
  readonly word: Word;
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
  const links = new LinkReader(text);
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (unit === 0x20) at++;
    else if (unit === 0x23 && isWordUnit(text, at + 1)) at = pushHashtag(plain, at, tokens);
    else if (unit === 0x40 && isWordUnit(text, at + 1) && !isWordUnit(text, at - 1)) at = pushHandle(plain, at, tokens);
    else if (isWordUnit(text, at) || (isLeet(unit) && isLetterUnit(text, at + 1)))
      at = pushWord(plain, at, links, tokens);
    else if (unit > 0x7f) at = pushEmoji(plain, at, tokens);
    else at++;
  }
  return joinSpelledOut(text, tokens);
}

function pushWord(plain: PlainText, from: number, links: LinkReader, tokens: Token[]): number {
  const { text } = plain;
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
  const link = to < text.length && !endsLink(text.charCodeAt(to)) ? links.endAt(from) : from;
  if (link > from) {
    tokens.push(makeToken(plain, 'link', from, link, false));
    return link;
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
  if (isPicture(text.codePointAt(at) as number)) tokens.push(makeToken(plain, 'emoji', at, at + size, false));
  return at + size;
}

const pictures = new Map<number, boolean>();

function isPicture(code: number): boolean {
  const known = pictures.get(code);
  if (known !== undefined) return known;
  if (pictures.size > 20_000) pictures.clear();
  const value = picture.test(String.fromCodePoint(code));
  pictures.set(code, value);
  return value;
}

function makeToken(plain: PlainText, kind: TokenKind, from: number, to: number, tag: boolean): Token {
  const start = plain.starts === null ? from : originalRange(plain, from, to).start;
  const end = plain.ends === null ? to : originalRange(plain, from, to).end;
  const word = wordAt(plain.text, kind === 'handle' ? from + 1 : from, to, kind);
  const first = plain.original.charCodeAt(start);
  const capital = kind === 'word' && (first < 128 ? first >= 65 && first <= 90 : isCapital(plain.original, start));
  return { kind, key: word.key, word, start, end, tag, capital, from, to };
}

function isCapital(original: string, at: number): boolean {
  const character = String.fromCodePoint(original.codePointAt(at) ?? 0);
  return character !== character.toLowerCase();
}

function nameEnd(text: string, from: number): number {
  let to = from;
  while (to < text.length && (isWordUnit(text, to) || text[to] === '_')) to += unitsAt(text, to);
  return to;
}

const isLeet = (unit: number): boolean => unit === 0x24 || unit === 0x40;
