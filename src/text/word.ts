import { hash } from './linear-model.ts';
import { spellings } from './spellings.ts';

export type TokenKind = 'word' | 'number' | 'handle' | 'link' | 'emoji';

/** A word as phrases match it: the same object wherever it stands, so that what follows from it is worked out once (`PerWord`). */
export interface Word {
  readonly kind: TokenKind;
  readonly key: string;
  /** What models see: the hash of the key, or of the kind where it is a number, a handle or a link. */
  readonly hash: number;
  /** What was worked out of it, by `PerWord`. */
  readonly facts: unknown[];
}

interface Known {
  readonly hash: number;
  readonly typed: string;
  /** As typed it may be called otherwise than as a key: "u" is "you", but the key "u" is itself. */
  readonly as: TokenKind | 'key';
  readonly word: Word;
}

/** Words remembered at most; then all are forgotten, so that memory is bounded whatever is typed. */
const mostWords = 30_000;
const slots = 131_072;
/** Longer ones are no words, and may be what somebody should not have typed. */
const longest = 32;
const longestNumber = 4;

let known: (Known | undefined)[] = new Array(slots);
let count = 0;

/** The word that stands in `text` from `from` up to `to`; common short and wrong spellings are read ("dont" is "don't"). */
export function wordAt(text: string, from: number, to: number, kind: TokenKind): Word {
  if (kind === 'handle' || kind === 'link' || to - from > (kind === 'number' ? longestNumber : longest))
    return makeWord(text.slice(from, to), kind);
  return find(text, from, to, kind);
}

/** The word with this key. */
export const wordOf = (key: string): Word =>
  key.length > longest ? makeWord(key, 'word') : find(key, 0, key.length, 'key');

function find(text: string, from: number, to: number, as: Known['as']): Word {
  let value = 0x811c9dc5 | 0;
  for (let at = from; at < to; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  for (let slot = slotOf(value); ; slot = (slot + 1) & (slots - 1)) {
    const entry = known[slot];
    if (entry === undefined) return remember(copied(text, from, to), as, value);
    if (entry.hash === value && entry.as === as && standsAt(entry.typed, text, from, to)) return entry.word;
  }
}

function remember(typed: string, as: Known['as'], value: number): Word {
  const word = newWord(typed, as);
  let slot = slotOf(value);
  while (known[slot] !== undefined) slot = (slot + 1) & (slots - 1);
  known[slot] = { hash: value, typed, as, word };
  return word;
}

function newWord(typed: string, as: Known['as']): Word {
  if (as === 'word') return wordOf(spellings.get(typed) ?? typed);
  if (count >= mostWords) {
    known = new Array(slots);
    count = 0;
  }
  count++;
  return makeWord(typed, as === 'key' ? 'word' : as);
}

const makeWord = (key: string, kind: TokenKind): Word => ({
  kind,
  key,
  hash: hash(kind === 'word' || kind === 'emoji' ? key : kind),
  facts: new Array(perWords),
});

const slotOf = (value: number): number => (value ^ (value >>> 15)) & (slots - 1);

function standsAt(typed: string, text: string, from: number, to: number): boolean {
  if (typed.length !== to - from) return false;
  for (let at = 0; at < typed.length; at++) if (typed.charCodeAt(at) !== text.charCodeAt(from + at)) return false;
  return true;
}

/** A slice would keep the whole draft in memory for as long as the word. */
function copied(text: string, from: number, to: number): string {
  const units: number[] = [];
  for (let at = from; at < to; at++) units.push(text.charCodeAt(at));
  return String.fromCharCode(...units);
}

/** How many `PerWord` there are. */
let perWords = 0;

/** What is worked out once for each word and kept with it: `of` answers from memory where the word was met before. */
export class PerWord<Fact extends NonNullable<unknown> | null> {
  readonly #work: (word: Word) => Fact;
  readonly #place = perWords++;

  constructor(work: (word: Word) => Fact) {
    this.#work = work;
  }

  of(word: Word): Fact {
    const fact = word.facts[this.#place];
    return fact === undefined ? this.#workOut(word) : (fact as Fact);
  }

  #workOut(word: Word): Fact {
    const fact = this.#work(word);
    word.facts[this.#place] = fact;
    return fact;
  }
}
