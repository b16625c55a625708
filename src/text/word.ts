import { hash } from './linear-model.ts';
import { spellings } from './spellings.ts';

export type TokenKind = 'word' | 'number' | 'handle' | 'link' | 'emoji';

/** A word as phrases match it: the same object wherever it stands, so that what follows from it is worked out once (`PerWord`). */
export interface Word {
  readonly kind: TokenKind;
  readonly key: string;
  /** What models see: the hash of the key, or of the kind where it is a number, a handle or a link. */
  readonly hash: number;
  /** Its place in a `PerWord`; -1 for a word that is not remembered. */
  readonly id: number;
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
    return makeWord(text.slice(from, to), kind, -1);
  return find(text, from, to, kind);
}

/** The word with this key. */
export const wordOf = (key: string): Word =>
  key.length > longest ? makeWord(key, 'word', -1) : find(key, 0, key.length, 'key');

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
  return makeWord(typed, as === 'key' ? 'word' : as, count++);
}

const makeWord = (key: string, kind: TokenKind, id: number): Word => ({
  kind,
  key,
  hash: hash(kind === 'word' || kind === 'emoji' ? key : kind),
  id,
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

/** What is worked out once for each word: `of` answers from memory where the word was met before. */
export class PerWord<Fact> {
  readonly #work: (word: Word) => Fact;
  #words: (Word | undefined)[] = [];
  #facts: (Fact | undefined)[] = [];

  constructor(work: (word: Word) => Fact) {
    this.#work = work;
  }

  of(word: Word): Fact {
    if (word.id >= 0 && this.#words[word.id] === word) return this.#facts[word.id] as Fact;
    const fact = this.#work(word);
    if (word.id >= 0) this.#keep(word, fact);
    return fact;
  }

  #keep(word: Word, fact: Fact): void {
    while (this.#words.length <= word.id) {
      this.#words.push(undefined);
      this.#facts.push(undefined);
    }
    this.#words[word.id] = word;
    this.#facts[word.id] = fact;
  }
}
