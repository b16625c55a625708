import type { PlainText } from '../../text/normalise.ts';
import type { Sentence } from '../../text/sentences.ts';
import type { Token } from '../../text/tokens.ts';
import { PerWord, type Word, wordOf } from '../../text/word.ts';
import { wordForms } from '../../text/word-forms.ts';
import type { Characteristic, Lexicon } from './lexicon.ts';

/** What the group-talk reader needs of a draft; `Reading` has it. */
export interface TokenText {
  readonly plain: PlainText;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  isQuoted(token: number): boolean;
}

/** One word of a sentence: words in their known form, and emoji read as the word they stand for. */
export interface Unit {
  readonly key: string;
  readonly word: Word;
  /** UTF-16 offsets in the original. */
  readonly start: number;
  readonly end: number;
  readonly emoji: boolean;
  /** A group's own emoji (a turban, a wheelchair). */
  readonly group: Characteristic | null;
  readonly capital: boolean;
  readonly quoted: boolean;
  /** Commas, colons, dashes and the like before it in its sentence. */
  readonly clause: number;
}

export interface UnitSentence {
  readonly units: readonly Unit[];
  readonly question: boolean;
}

const anyLetter = /[a-z]/;
const clauseSign = /[,:()…–/]|--| - |\.\./;

/** The draft's sentences as units. Linear in the draft. */
export function readUnits(text: TokenText, lexicon: Lexicon): UnitSentence[] {
  const { formOf, readEmoji } = readerFor(lexicon);
  return text.sentences.map(({ from, to, question }) => {
    const units: Unit[] = [];
    let clause = 0;
    for (let at = from; at < to; ) {
      const token = text.tokens[at] as Token;
      if (at > from && isClauseBetween(text.plain.text, text.tokens[at - 1] as Token, token)) clause++;
      const quoted = text.isQuoted(at);
      if (token.kind === 'emoji') {
        const made = readEmoji(text, at, to);
        for (const sign of made.signs) units.push({ ...made.place, ...sign, quoted, clause });
        at += made.taken;
        continue;
      }
      const word = formOf.of(token.word);
      const { start, end, capital } = token;
      units.push({ key: word.key, word, start, end, emoji: false, group: null, capital, quoted, clause });
      at++;
    }
    return { units, question };
  });
}

/** A comma, colon, dash or the like stands in the first 40 units between two tokens. */
function isClauseBetween(text: string, before: Token, after: Token): boolean {
  if (after.from - before.to === 1 && text.charCodeAt(before.to) === 0x20) return false;
  return clauseSign.test(text.slice(before.to, Math.min(after.from, before.to + 40)));
}

/** What readers of a lexicon's words keep: made once for each lexicon. */
interface Reader {
  /** A token's word in the form that the lexicon knows. */
  readonly formOf: PerWord<Word>;
  readonly readEmoji: ReadEmoji;
}

const readers = new WeakMap<Lexicon, Reader>();

function readerFor(lexicon: Lexicon): Reader {
  const known = readers.get(lexicon);
  if (known !== undefined) return known;
  const made = { formOf: new PerWord((word) => formOf(word, lexicon)), readEmoji: emojiReader(lexicon) };
  readers.set(lexicon, made);
  return made;
}

const signs = { handle: '@user', link: '@link', number: '@number' } as const;

function formOf(word: Word, lexicon: Lexicon): Word {
  const { kind, key } = word;
  if (kind !== 'word' && kind !== 'emoji') return wordOf(signs[kind]);
  if (lexicon.knows(key)) return kind === 'word' ? word : wordOf(key);
  return wordOf(
    wordForms(key).find((form) => lexicon.knows(form)) ?? lexicon.unmask(key) ?? (anyLetter.test(key) ? key : '@sign'),
  );
}

interface ReadSign {
  readonly place: Pick<Unit, 'start' | 'end' | 'emoji' | 'capital'>;
  readonly signs: readonly Pick<Unit, 'key' | 'word' | 'group'>[];
  /** How many tokens make up the sign. */
  readonly taken: number;
}
type ReadEmoji = (text: TokenText, at: number, to: number) => ReadSign;

const mostJoined = 5;

function emojiReader(lexicon: Lexicon): ReadEmoji {
  const { groups, emoji } = lexicon.words;
  const groupOf = new Map(groups.flatMap((row) => row.emoji.map((sign) => [bare(sign), row.characteristic] as const)));
  const meanings = new Map(Object.entries(emoji.things).map(([sign, word]) => [bare(sign), word]));
  const dark = new Set(emoji.skin.dark);
  const sign = (key: string, group: Characteristic | null = null) => ({ key, word: wordOf(key), group });
  return ({ plain, tokens }, at, to) => {
    const first = tokens[at] as Token;
    for (let taken = sideBySide(tokens, at, to); taken >= 1; taken--) {
      const last = tokens[at + taken - 1] as Token;
      const shown = plain.text.slice(first.from, last.to);
      const place = { start: first.start, end: last.end, emoji: true, capital: false };
      const toned = dark.has(plain.text.slice(last.to, last.to + 2)) ? 'race' : null;
      const own = groupOf.get(shown) ?? null;
      const group = own === null || own === 'sex' ? (toned ?? own) : own;
      if (group !== null) return { place, signs: [sign('@group', group)], taken };
      const words = meanings.get(shown);
      if (words !== undefined) return { place, signs: words.split(' ').map((key) => sign(key)), taken };
    }
    const place = { start: first.start, end: first.end, emoji: true, capital: false };
    return { place, signs: [sign(first.key)], taken: 1 };
  };
}

const bare = (emoji: string): string => emoji.replaceAll('\ufe0f', '').replaceAll('\u200d', '');

/** How many emoji stand side by side here (a family or a flag is several). */
function sideBySide(tokens: readonly Token[], at: number, to: number): number {
  let count = 1;
  while (
    count < mostJoined &&
    at + count < to &&
    tokens[at + count]?.kind === 'emoji' &&
    tokens[at + count]?.from === tokens[at + count - 1]?.to
  )
    count++;
  return count;
}
