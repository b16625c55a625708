import { commonWords } from './common-words.ts';
import { hash } from './linear-model.ts';
import type { Pattern } from './pattern.ts';
import type { Token } from './tokens.ts';
import { wordForms } from './word-forms.ts';

/** Classes that need no list: they say what a token is. `name` is a capital word that is no common word and no short acronym. */
export const builtInClasses = ['word', 'number', 'handle', 'link', 'emoji', 'hashtag', 'name'] as const;

const mostRemembered = 50_000;

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
  readonly #remembered = new Map<string, number>();

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

  letter(token: Token): number {
    const memo = `${token.kind}${token.capital ? 1 : 0}${token.tag ? 1 : 0}${token.key}`;
    const known = this.#remembered.get(memo);
    if (known !== undefined) return known;
    const letter = this.#letterFor(this.#read(token));
    if (this.#remembered.size >= mostRemembered) this.#remembered.clear();
    this.#remembered.set(memo, letter);
    return letter;
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

  #read(token: Token): number[] {
    const symbols = this.#builtIn(token);
    const owner = token.key.endsWith("'s") ? this.#lexical(token.key.slice(0, -2)) : [];
    const exact = [...this.#lexical(token.key), ...owner];
    if (exact.length > 0) return [...symbols, ...exact];
    if (token.kind !== 'word') return symbols;
    for (const form of wordForms(token.key)) {
      const found = this.#lexical(form);
      if (found.length > 0) return [...symbols, ...found];
    }
    return symbols;
  }

  #builtIn(token: Token): number[] {
    const symbols: number[] = [];
    const add = (name: string) => {
      const symbol = this.#symbols.get(`c:${name}`);
      if (symbol !== undefined) symbols.push(symbol);
    };
    add(token.kind);
    if (token.tag) add('hashtag');
    if (token.kind === 'word' && token.capital && isName(token.key)) add('name');
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
