import { HitList } from './hit-list.ts';
import { IntStack } from './int-stack.ts';
import type { Pattern } from './pattern.ts';
import { leapSize, nextSize, RowNetwork } from './row-network.ts';
import { bitOf, StepTable } from './step-table.ts';
import type { Token } from './tokens.ts';

/** A row found: tokens `from` up to, not including, `to`. */
export interface Hit {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Says of a token index whether a sentence begins there. */
export type BeginsSentence = (index: number) => boolean;

/**
 * All phrase rows as one automaton over tokens. A place in a row is passed when a step from it has a symbol of the token
 * that comes by, in time. No backtracking: time is linear in the tokens, and hardly grows with the rows.
 */
export class Automaton {
  readonly #network: RowNetwork;
  readonly #next: StepTable;
  readonly #leaps: StepTable;
  readonly #places: Places;
  /** Places that the first token of a row reaches, by letter: anywhere, and where a sentence begins. */
  readonly #first: Int32Array[] = [];
  readonly #firstOfSentence: Int32Array[] = [];
  readonly #masks: number[] = [];
  readonly #hits: HitList;
  /** What the token at hand reaches: a place, and the first token of its row, in turn. */
  readonly #reached = new IntStack();
  /** Places from which the very next token may step on. */
  readonly #waiting = new IntStack();
  /** Places from which some later token may. */
  readonly #leaping = new IntStack();
  #clock = 1;

  /** @param classes members of each class that is not built in; a member is a pattern, most often one word. */
  constructor(patterns: readonly Pattern[], classes: ReadonlyMap<string, readonly Pattern[]>) {
    this.#network = new RowNetwork(patterns, classes);
    const { next, leaps, rowsAt } = this.#network;
    this.#next = new StepTable(next, rowsAt.length, nextSize - 1);
    this.#leaps = new StepTable(leaps, rowsAt.length, leapSize - 1);
    this.#places = placesOf(this.#network);
    this.#hits = new HitList(patterns.length);
  }

  /** Every row met, the longest reading where a row meets itself, by place; at most 300 of each row. */
  scan(tokens: readonly Token[], begins: BeginsSentence): Hit[] {
    if (this.#clock > 1_000_000_000) this.#restart();
    const base = this.#clock;
    let sentence = base;
    let fresh = tokens.length > 0 && begins(0);
    this.#hits.clear();
    for (let at = 0; at < tokens.length; at++) {
      if (fresh) sentence = base + at;
      const letter = this.#network.alphabet.letter(tokens[at] as Token);
      this.#readLetter(letter, base + at, fresh, sentence);
      fresh = at + 1 === tokens.length || begins(at + 1);
      this.#settle(base, at, fresh);
    }
    this.#clock = base + tokens.length + 1000;
    this.#waiting.size = 0;
    this.#stopLeaping();
    return this.#hits.sorted();
  }

  /** Hashed names of the shared classes of a token. */
  classHashes(token: Token): readonly number[] {
    return this.#network.alphabet.classHashesOf(this.#network.alphabet.letter(token));
  }

  /** The number that stands for all that rows can tell of a token. */
  letterOf(token: Token): number {
    return this.#network.alphabet.letter(token);
  }

  /** Collects what this token reaches, rows begun earlier first: from further back, from the token before, from nowhere. */
  #readLetter(letter: number, now: number, fresh: boolean, sentence: number): void {
    if (this.#first[letter] === undefined) this.#meet(letter);
    const mask = this.#masks[letter] as number;
    const symbols = this.#network.alphabet.symbolsOf[letter] as number[];
    const reached = this.#reached;
    if (this.#leaping.size > 0) this.#leap(symbols, mask, now, sentence);
    if (!fresh && this.#waiting.size > 0) this.#goOn(symbols, mask);
    this.#waiting.size = 0;
    if (reached.size > 2) sortByFrom(reached);
    this.#reachAll(this.#first[letter] as Int32Array, now);
    if (fresh) this.#reachAll(this.#firstOfSentence[letter] as Int32Array, now);
  }

  #reachAll(places: Int32Array, from: number): void {
    for (let at = 0; at < places.length; at++) {
      this.#reached.push(places[at] as number);
      this.#reached.push(from);
    }
  }

  /** From places reached some tokens ago, or in the sentence before; those too far back are let go. */
  #leap(symbols: readonly number[], mask: number, now: number, sentence: number): void {
    const { reachedAt, farthest, crosses, isLeaping } = this.#places;
    const leaping = this.#leaping.values;
    let kept = 0;
    for (let index = 0; index < this.#leaping.size; index++) {
      const place = leaping[index] as number;
      const since = reachedAt[place] as number;
      if (now - since > (farthest[place] as number) || (since <= sentence && crosses[place] === 0)) {
        isLeaping[place] = 0;
        continue;
      }
      leaping[kept++] = place;
      if (this.#leaps.mayLeave(place, mask))
        for (let at = 0; at < symbols.length; at++)
          this.#leapBy(symbols[at] as number, place, now - since, since <= sentence);
    }
    this.#leaping.size = kept;
  }

  #leapBy(symbol: number, place: number, distance: number, crosses: boolean): void {
    const { symbols, steps, width } = this.#leaps;
    let step = this.#leaps.find(place, symbol);
    if (step < 0) return;
    for (; symbols[step] === symbol && step < this.#leaps.endOf(place); step++) {
      const at = step * width;
      if (distance > (steps[at + 1] as number) || (crosses && steps[at + 2] === 0)) continue;
      this.#reached.push(steps[at] as number);
      this.#reached.push(this.#places.reachedFrom[place] as number);
    }
  }

  /** From the places reached by the token before. */
  #goOn(letterSymbols: readonly number[], mask: number): void {
    const { symbols, steps } = this.#next;
    for (let index = 0; index < this.#waiting.size; index++) {
      const place = this.#waiting.values[index] as number;
      if (!this.#next.mayLeave(place, mask)) continue;
      const end = this.#next.endOf(place);
      for (let at = 0; at < letterSymbols.length; at++) {
        const symbol = letterSymbols[at] as number;
        let step = this.#next.find(place, symbol);
        if (step < 0) continue;
        for (; symbols[step] === symbol && step < end; step++) {
          this.#reached.push(steps[step] as number);
          this.#reached.push(this.#places.reachedFrom[place] as number);
        }
      }
    }
  }

  /** Notes what was reached, by the earliest first token, and the rows that are complete there. */
  #settle(base: number, at: number, ends: boolean): void {
    const { reachedAt, reachedFrom, isLeaping } = this.#places;
    const reached = this.#reached.values;
    for (let index = 0; index < this.#reached.size; index += 2) {
      const place = reached[index] as number;
      const from = reached[index + 1] as number;
      if (reachedAt[place] === base + at + 1 && (reachedFrom[place] as number) <= from) continue;
      reachedAt[place] = base + at + 1;
      reachedFrom[place] = from;
      if (this.#next.leaves(place)) this.#waiting.push(place);
      if (isLeaping[place] === 0 && this.#leaps.leaves(place)) {
        isLeaping[place] = 1;
        this.#leaping.push(place);
      }
      const rows = this.#network.rowsAt[place];
      if (rows != null) this.#hits.note(rows, from - base, at + 1, ends);
    }
    this.#reached.size = 0;
  }

  /** Puts together what a letter begins; most letters come again. */
  #meet(letter: number): void {
    const symbols = this.#network.alphabet.symbolsOf[letter] as number[];
    this.#first[letter] = Int32Array.from(symbols.flatMap((symbol) => this.#network.first[symbol] ?? []));
    this.#firstOfSentence[letter] = Int32Array.from(
      symbols.flatMap((symbol) => this.#network.firstOfSentence[symbol] ?? []),
    );
    this.#masks[letter] = symbols.reduce((mask, symbol) => mask | bitOf(symbol), 0);
  }

  #stopLeaping(): void {
    for (let index = 0; index < this.#leaping.size; index++)
      this.#places.isLeaping[this.#leaping.values[index] as number] = 0;
    this.#leaping.size = 0;
  }

  #restart(): void {
    this.#places.reachedAt.fill(0);
    this.#clock = 1;
  }
}

/** Pairs of place and first token, the earliest first token first. They are few. */
function sortByFrom({ values: pairs, size }: IntStack): void {
  for (let end = 2; end < size; end += 2) {
    const [place, from] = [pairs[end] as number, pairs[end + 1] as number];
    let at = end;
    for (; at > 0 && (pairs[at - 1] as number) > from; at -= 2) {
      pairs[at] = pairs[at - 2] as number;
      pairs[at + 1] = pairs[at - 1] as number;
    }
    pairs[at] = place;
    pairs[at + 1] = from;
  }
}

/** What is known of each place, side by side. */
interface Places {
  /** When it was last reached, as a token count over all texts, and by which first token. */
  readonly reachedAt: Int32Array;
  readonly reachedFrom: Int32Array;
  readonly isLeaping: Uint8Array;
  /** How many tokens may stand between it and the next step at most. */
  readonly farthest: Int32Array;
  /** Whether a step from it may lead into the next sentence. */
  readonly crosses: Uint8Array;
}

function placesOf({ rowsAt, leaps }: RowNetwork): Places {
  const size = rowsAt.length;
  const farthest = new Int32Array(size);
  const crosses = new Uint8Array(size);
  leaps.forEach((own, place) => {
    for (let at = 0; at < own.length; at += leapSize) {
      farthest[place] = Math.max(farthest[place] as number, own[at + 2] as number);
      if (own[at + 3] === 1) crosses[place] = 1;
    }
  });
  return {
    reachedAt: new Int32Array(size),
    reachedFrom: new Int32Array(size),
    isLeaping: new Uint8Array(size),
    farthest,
    crosses,
  };
}
