import type { PlainText } from '../../text/normalise.ts';
import type { Sentence } from '../../text/sentences.ts';
import type { Token } from '../../text/tokens.ts';
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
  const emoji = readerFor(lexicon);
  return text.sentences.map(({ from, to, question }) => {
    const units: Unit[] = [];
    let clause = 0;
    for (let at = from; at < to; ) {
      const token = text.tokens[at] as Token;
      if (
        at > from &&
        clauseSign.test(text.plain.text.slice((text.tokens[at - 1] as Token).to, token.from).slice(0, 40))
      )
        clause++;
      const made = token.kind === 'emoji' ? emoji(text, at, to) : { taken: 1, units: [wordUnit(token, lexicon)] };
      const quoted = text.isQuoted(at);
      for (const unit of made.units) units.push({ ...unit, quoted, clause });
      at += made.taken;
    }
    return { units, question };
  });
}

type Bare = Omit<Unit, 'quoted' | 'clause'>;
const signs = { handle: '@user', link: '@link', number: '@number' } as const;

function wordUnit(token: Token, lexicon: Lexicon): Bare {
  const key = token.kind === 'word' || token.kind === 'emoji' ? knownForm(token.key, lexicon) : signs[token.kind];
  return { key, start: token.start, end: token.end, emoji: false, group: null, capital: token.capital };
}

const remembered = new Map<string, string>();
const mostRemembered = 20_000;
let rememberedFor: Lexicon | null = null;

function knownForm(key: string, lexicon: Lexicon): string {
  if (lexicon.knows(key)) return key;
  if (rememberedFor !== lexicon || remembered.size > mostRemembered) {
    remembered.clear();
    rememberedFor = lexicon;
  }
  const known = remembered.get(key) ?? formOf(key, lexicon);
  remembered.set(key, known);
  return known;
}

function formOf(key: string, lexicon: Lexicon): string {
  return (
    wordForms(key).find((form) => lexicon.knows(form)) ?? lexicon.unmask(key) ?? (anyLetter.test(key) ? key : '@sign')
  );
}

type ReadEmoji = (text: TokenText, at: number, to: number) => { units: Bare[]; taken: number };

const mostJoined = 5;

const readers = new WeakMap<Lexicon, ReadEmoji>();

/** One reader per lexicon: its tables are made once. */
function readerFor(lexicon: Lexicon): ReadEmoji {
  const known = readers.get(lexicon) ?? emojiReader(lexicon);
  readers.set(lexicon, known);
  return known;
}

function emojiReader(lexicon: Lexicon): ReadEmoji {
  const { groups, emoji } = lexicon.words;
  const groupOf = new Map(groups.flatMap((row) => row.emoji.map((sign) => [bare(sign), row.characteristic] as const)));
  const wordOf = new Map(Object.entries(emoji.things).map(([sign, word]) => [bare(sign), word]));
  const dark = new Set(emoji.skin.dark);
  return ({ plain, tokens }, at, to) => {
    const first = tokens[at] as Token;
    for (let taken = sideBySide(tokens, at, to); taken >= 1; taken--) {
      const last = tokens[at + taken - 1] as Token;
      const sign = plain.text.slice(first.from, last.to);
      const place = { start: first.start, end: last.end, emoji: true, capital: false };
      const toned = dark.has(plain.text.slice(last.to, last.to + 2)) ? 'race' : null;
      const own = groupOf.get(sign) ?? null;
      const group = own === null || own === 'sex' ? (toned ?? own) : own;
      if (group !== null) return { units: [{ ...place, key: '@group', group }], taken };
      const word = wordOf.get(sign);
      if (word !== undefined) return { units: word.split(' ').map((key) => ({ ...place, key, group: null })), taken };
    }
    return {
      units: [{ key: first.key, start: first.start, end: first.end, emoji: true, group: null, capital: false }],
      taken: 1,
    };
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
