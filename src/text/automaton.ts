import type { Pattern } from './pattern.ts';
import { RowNetwork, stepSize } from './row-network.ts';
import type { Token } from './tokens.ts';

/** A row found: tokens `from` up to, not including, `to`. */
export interface Hit {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Says of a token index whether a sentence begins there. */
export type BeginsSentence = (index: number) => boolean;

const mostHitsPerRow = 300;

/**
 * All phrase rows as one automaton over tokens. A place in a row is passed when its step's symbol comes by in time; the
 * steps are filed by symbol, so a token touches only the steps that wait for it, however many rows there are. No
 * backtracking: time is linear in the tokens.
 */
export class Automaton {
  readonly #network: RowNetwork;
  /** When each place was last reached, as a token count over all texts, and by which first token. */
  #reachedAt = new Int32Array(0);
  #reachedFrom = new Int32Array(0);
  #clock = 1;

  /** @param classes members of each class that is not built in; a member is a pattern, most often one word. */
  constructor(patterns: readonly Pattern[], classes: ReadonlyMap<string, readonly Pattern[]>) {
    this.#network = new RowNetwork(patterns, classes);
    this.#reachedAt = new Int32Array(this.#network.rowsAt.length);
    this.#reachedFrom = new Int32Array(this.#network.rowsAt.length);
  }

  /** Every row met, the longest reading where a row meets itself; at most 300 of each row. */
  scan(tokens: readonly Token[], begins: BeginsSentence): Hit[] {
    const hits: Hit[] = [];
    const counts = new Map<number, number>();
    const reached: number[] = [];
    const waiting: number[] = [];
    if (this.#clock > 1_000_000_000) this.#restart();
    const base = this.#clock;
    let sentence = base;
    for (let at = 0; at < tokens.length; at++) {
      const fresh = begins(at);
      if (fresh) sentence = base + at;
      const symbols = this.#network.alphabet.symbolsOf[this.#network.alphabet.letter(tokens[at] as Token)] as number[];
      reached.length = 0;
      for (const symbol of symbols) {
        this.#begin(symbol, base + at, fresh, reached);
        this.#take(this.#network.steps[symbol], base + at, sentence, reached);
      }
      if (!fresh) this.#goOn(waiting, symbols, reached);
      waiting.length = 0;
      for (let next = 0; next < reached.length; next += 2) {
        const place = reached[next] as number;
        const from = reached[next + 1] as number;
        if (this.#reachedAt[place] === base + at + 1 && (this.#reachedFrom[place] as number) <= from) continue;
        this.#reachedAt[place] = base + at + 1;
        this.#reachedFrom[place] = from;
        if (this.#network.next[place] !== undefined) waiting.push(place);
        const rows = this.#network.rowsAt[place];
        if (rows != null)
          this.#note(rows, from - base, at + 1, at + 1 === tokens.length || begins(at + 1), counts, hits);
      }
    }
    this.#clock = base + tokens.length + 1000;
    return longestOnly(hits);
  }

  /** Hashed names of the shared classes of a token. */
  classHashes(token: Token): readonly number[] {
    return this.#network.alphabet.classHashesOf(this.#network.alphabet.letter(token));
  }

  #begin(symbol: number, now: number, fresh: boolean, reached: number[]): void {
    for (const place of this.#network.first[symbol] ?? none) reached.push(place, now);
    if (fresh) for (const place of this.#network.firstOfSentence[symbol] ?? none) reached.push(place, now);
  }

  /** From the places reached by the token before. */
  #goOn(waiting: readonly number[], symbols: readonly number[], reached: number[]): void {
    for (const place of waiting) {
      const next = this.#network.next[place] as Map<number, number[]>;
      for (const symbol of symbols)
        for (const target of next.get(symbol) ?? none) reached.push(target, this.#reachedFrom[place] as number);
    }
  }

  /** From places reached some tokens ago, or in the sentence before. */
  #take(steps: readonly number[] | undefined, now: number, sentence: number, reached: number[]): void {
    if (steps === undefined) return;
    for (let at = 0; at < steps.length; at += stepSize) {
      const from = steps[at] as number;
      const since = this.#reachedAt[from] as number;
      if (since === 0 || now - since > (steps[at + 2] as number)) continue;
      if (since <= sentence && steps[at + 3] === 0) continue;
      reached.push(steps[at + 1] as number, this.#reachedFrom[from] as number);
    }
  }

  #note(
    rows: readonly number[],
    from: number,
    to: number,
    ends: boolean,
    counts: Map<number, number>,
    hits: Hit[],
  ): void {
    for (const coded of rows) {
      if (coded < 0 && !ends) continue;
      const row = coded < 0 ? ~coded : coded;
      const count = counts.get(row) ?? 0;
      if (count >= mostHitsPerRow) continue;
      counts.set(row, count + 1);
      hits.push({ row, from, to });
    }
  }

  #restart(): void {
    this.#reachedAt.fill(0);
    this.#clock = 1;
  }
}

const none: readonly number[] = [];

/** Leaves out hits that lie within another of the same row. Hits come in the order of their ends. */
function longestOnly(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  const lastOf = new Map<number, number>();
  for (const hit of hits) {
    const index = lastOf.get(hit.row);
    const before = index === undefined ? undefined : kept[index];
    if (before !== undefined && index !== undefined && hit.from <= before.from) kept[index] = hit;
    else if (before !== undefined && hit.from < before.to && hit.to === before.to) continue;
    else {
      lastOf.set(hit.row, kept.length);
      kept.push(hit);
    }
  }
  return kept.sort((a, b) => a.from - b.from || a.to - b.to);
}
