import { commonWords } from './common-words.ts';
import { hash } from './linear-model.ts';
import type { Pattern } from './pattern.ts';
import type { Token } from './tokens.ts';
import { PerWord, type Word } from './word.ts';
import { wordForms } from './word-forms.ts';

/** Classes that need no list: they say what a token is. `name` is a capital word that is no common word and no short acronym. */
export const builtInClasses = ['word', 'number', 'handle', 'link', 'emoji', 'hashtag', 'name'] as const;

/**
 * Turns tokens into letters for the automaton. A row knows a token by symbols: the word itself, a beginning of it, each
 * class it is in. All tokens with the same symbols are one letter; most words of a text have none and are letter 0.
 */
export class Alphabet {
  /** The symbols of each letter. */
  readonly symbolsOf: number[][] = [[]];
  readonly #symbols = new Map<string, number>();
  /** Class symbols of a word or beginning. */
  readonly #classesOf = new Map<string, number[]>();
  /** The hash of a class's name, for classes that are shared by all rules. */
  readonly #hashOfClass = new Map<number, number>();
  readonly #classHashes: (readonly number[])[] = [];
  readonly #prefixLengths = new Set<number>();
  readonly #letterOf = new Map<string, number>();
  /** The letter of a word: as it is, with a capital, inside a hashtag, and both. */
  readonly #letters = [0, 1, 2, 3].map(
    (look) => new PerWord((word) => this.#letterFor(this.#read(word, (look & 1) === 1, look > 1))),
  );

  symbol(kind: 'w' | 'p' | 'c', name: string): number {
    if (kind === 'p') this.#prefixLengths.add(name.length);
    const key = `${kind}:${name}`;
    const known = this.#symbols.get(key);
    if (known !== undefined) return known;
    const symbol = this.#symbols.size;
    this.#symbols.set(key, symbol);
    if (kind === 'c' && !name.includes('/')) this.#hashOfClass.set(symbol, hash(name));
    return symbol;
  }

  /** Puts a one-word member into a class. */
  join(className: string, member: Pattern & { kind: 'word' | 'prefix' }): void {
    const key = member.kind === 'word' ? `w:${member.word}` : `p:${member.prefix}`;
    if (member.kind === 'prefix') this.#prefixLengths.add(member.prefix.length);
    const symbols = this.#classesOf.get(key) ?? [];
    symbols.push(this.symbol('c', className));
    this.#classesOf.set(key, symbols);
  }

  /** Names of the classes that `letter` is in, as hashes; the built-in ones included. */
  classHashesOf(letter: number): readonly number[] {
    const known = this.#classHashes[letter];
    if (known !== undefined) return known;
    const hashes = (this.symbolsOf[letter] ?? []).flatMap((symbol) => this.#hashOfClass.get(symbol) ?? []);
    this.#classHashes[letter] = hashes;
    return hashes;
  }

  letter({ word, capital, tag }: Token): number {
    return (this.#letters[(capital ? 1 : 0) + (tag ? 2 : 0)] as PerWord<number>).of(word);
  }

  #letterFor(symbols: Iterable<number>): number {
    const sorted = [...new Set(symbols)].sort((a, b) => a - b);
    if (sorted.length === 0) return 0;
    const key = sorted.join();
    const known = this.#letterOf.get(key);
    if (known !== undefined) return known;
    this.symbolsOf.push(sorted);
    this.#letterOf.set(key, this.symbolsOf.length - 1);
    return this.symbolsOf.length - 1;
  }

  #read(word: Word, capital: boolean, tag: boolean): number[] {
    const symbols = this.#builtIn(word, capital, tag);
    const owner = word.key.endsWith("'s") ? this.#lexical(word.key.slice(0, -2)) : [];
    const exact = [...this.#lexical(word.key), ...owner];
    if (exact.length > 0) return [...symbols, ...exact];
    if (word.kind !== 'word') return symbols;
    for (const form of wordForms(word.key)) {
      const found = this.#lexical(form);
      if (found.length > 0) return [...symbols, ...found];
    }
    return symbols;
  }

  #builtIn({ kind, key }: Word, capital: boolean, tag: boolean): number[] {
    const symbols: number[] = [];
    const add = (name: string) => {
      const symbol = this.#symbols.get(`c:${name}`);
      if (symbol !== undefined) symbols.push(symbol);
    };
    add(kind);
    if (tag) add('hashtag');
    if (kind === 'word' && capital && isName(key)) add('name');
    return symbols;
  }

  /** Symbols of a word, its beginnings, and the classes of both. */
  #lexical(key: string): number[] {
    const symbols: number[] = [];
    this.#collect(`w:${key}`, symbols);
    for (const length of this.#prefixLengths)
      if (length <= key.length) this.#collect(`p:${key.slice(0, length)}`, symbols);
    return symbols;
  }

  #collect(key: string, symbols: number[]): void {
    const own = this.#symbols.get(key);
    if (own !== undefined) symbols.push(own);
    const classes = this.#classesOf.get(key);
    if (classes !== undefined) symbols.push(...classes);
  }
}

const isName = (key: string): boolean =>
  key.length > 1 && !commonWords.has(key) && !commonWords.has(key.replace(/'s$/, ''));
