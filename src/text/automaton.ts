import { Alphabet, builtInClasses } from './alphabet.ts';
import { BrokenPattern, type Pattern } from './pattern.ts';
import type { Token } from './tokens.ts';

/** A row found: tokens `from` up to, not including, `to`. */
export interface Hit {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Says of a token index whether a sentence begins there. */
export type BeginsSentence = (index: number) => boolean;

/** A place in a row that may be gone on from: within `reach` tokens, and into the next sentence only when it `crosses`. */
interface OpenEnd {
  readonly place: number;
  readonly reach: number;
  readonly crosses: boolean;
}

const mostHitsPerRow = 300;
const anywhere = 0;
const sentenceStart = 1;
/** Numbers kept per step: from which place, to which, over how many tokens, into the next sentence or not. */
const stepSize = 4;

/**
 * All phrase rows as one automaton over tokens. A place in a row is passed when its step's symbol comes by in time; the
 * steps are filed by symbol, so a token touches only the steps that wait for it, however many rows there are. No
 * backtracking: time is linear in the tokens.
 */
export class Automaton {
  readonly #alphabet = new Alphabet();
  readonly #classes: ReadonlyMap<string, readonly Pattern[]>;
  /** By symbol, the places that it reaches from nowhere: at any token, or only where a sentence begins. */
  readonly #first: number[][] = [];
  readonly #firstOfSentence: number[][] = [];
  /** By place and symbol, the places that the very next token of the same sentence reaches. */
  readonly #next: (Map<number, number[]> | undefined)[] = [];
  /** By symbol, the steps that it makes over a gap or into the next sentence. */
  readonly #steps: number[][] = [];
  /** The rows that are complete at a place; as `~row` (negative) where the sentence must end there. */
  readonly #rowsAt: (number[] | null)[] = [null, null];
  /** Places by how they are reached, so that rows with the same beginning share them. */
  readonly #shared = new Map<string, number>();
  /** When each place was last reached, as a token count over all texts, and by which first token. */
  #reachedAt = new Int32Array(0);
  #reachedFrom = new Int32Array(0);
  #clock = 1;

  /** @param classes members of each class that is not built in; a member is a pattern, most often one word. */
  constructor(patterns: readonly Pattern[], classes: ReadonlyMap<string, readonly Pattern[]>) {
    this.#classes = classes;
    for (const name of classes.keys()) this.#joinClass(name);
    for (const [row, pattern] of patterns.entries()) this.#addRow(pattern, row);
    this.#reachedAt = new Int32Array(this.#rowsAt.length);
    this.#reachedFrom = new Int32Array(this.#rowsAt.length);
    this.#shared.clear();
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
      const symbols = this.#alphabet.symbolsOf[this.#alphabet.letter(tokens[at] as Token)] as number[];
      reached.length = 0;
      for (const symbol of symbols) {
        this.#begin(symbol, base + at, fresh, reached);
        this.#take(this.#steps[symbol], base + at, sentence, reached);
      }
      if (!fresh) this.#goOn(waiting, symbols, reached);
      waiting.length = 0;
      for (let next = 0; next < reached.length; next += 2) {
        const place = reached[next] as number;
        const from = reached[next + 1] as number;
        if (this.#reachedAt[place] === base + at + 1 && (this.#reachedFrom[place] as number) <= from) continue;
        this.#reachedAt[place] = base + at + 1;
        this.#reachedFrom[place] = from;
        if (this.#next[place] !== undefined) waiting.push(place);
        const rows = this.#rowsAt[place];
        if (rows != null)
          this.#note(rows, from - base, at + 1, at + 1 === tokens.length || begins(at + 1), counts, hits);
      }
    }
    this.#clock = base + tokens.length + 1000;
    return longestOnly(hits);
  }

  /** Hashed names of the shared classes of a token. */
  classHashes(token: Token): readonly number[] {
    return this.#alphabet.classHashesOf(this.#alphabet.letter(token));
  }

  #begin(symbol: number, now: number, fresh: boolean, reached: number[]): void {
    for (const place of this.#first[symbol] ?? none) reached.push(place, now);
    if (fresh) for (const place of this.#firstOfSentence[symbol] ?? none) reached.push(place, now);
  }

  /** From the places reached by the token before. */
  #goOn(waiting: readonly number[], symbols: readonly number[], reached: number[]): void {
    for (const place of waiting) {
      const next = this.#next[place] as Map<number, number[]>;
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

  #addRow(pattern: Pattern, row: number): void {
    const last = pattern.kind === 'sequence' ? pattern.parts.at(-1) : undefined;
    const onlyLast = last?.kind === 'edge' && last.of === 'end';
    const body: Pattern =
      onlyLast && pattern.kind === 'sequence' ? { ...pattern, parts: pattern.parts.slice(0, -1) } : pattern;
    for (const { place } of this.#build(body, [{ place: anywhere, reach: 0, crosses: false }], 0)) {
      const coded = onlyLast ? ~row : row;
      const rows = this.#rowsAt[place];
      if (rows == null) this.#rowsAt[place] = [coded];
      else if (!rows.includes(coded)) rows.push(coded);
    }
  }

  /** Where a reading stands when `pattern` has been read from `from`. */
  #build(pattern: Pattern, from: readonly OpenEnd[], depth: number): readonly OpenEnd[] {
    if (depth > 40) throw new BrokenPattern('word classes that contain each other');
    switch (pattern.kind) {
      case 'word':
        return [this.#link(from, this.#alphabet.symbol('w', pattern.word))];
      case 'prefix':
        return [this.#link(from, this.#alphabet.symbol('p', pattern.prefix))];
      case 'class':
        return this.#buildClass(pattern.name, from, depth);
      case 'gap':
        return from.map((end) => ({ ...end, reach: end.reach + pattern.most }));
      case 'edge':
        if (pattern.of === 'start') return [{ place: sentenceStart, reach: 0, crosses: false }];
        return from.map((end) => ({ ...end, crosses: true }));
      case 'optional':
        return [...from, ...this.#build(pattern.part, from, depth + 1)];
      case 'either':
        return pattern.options.flatMap((option) => this.#build(option, from, depth + 1));
      case 'sequence':
        return pattern.parts.reduce((ends, part) => this.#build(part, ends, depth + 1), from);
    }
  }

  /** One-word members go by the class's symbol, longer ones are laid out. */
  #buildClass(name: string, from: readonly OpenEnd[], depth: number): OpenEnd[] {
    const members = this.#classes.get(name);
    const known = (builtInClasses as readonly string[]).includes(name);
    if (members === undefined && !known) throw new BrokenPattern(`there is no class {${name}}`);
    const ends = [this.#link(from, this.#alphabet.symbol('c', name))];
    for (const member of members ?? []) {
      const plain = single(member);
      if (plain.kind !== 'word' && plain.kind !== 'prefix') ends.push(...this.#build(plain, from, depth + 1));
    }
    return ends;
  }

  #link(from: readonly OpenEnd[], symbol: number): OpenEnd {
    const key = `${symbol} ${from.map(({ place, reach, crosses }) => `${place},${reach},${crosses ? 1 : 0}`).join(' ')}`;
    const known = this.#shared.get(key);
    if (known !== undefined) return { place: known, reach: 0, crosses: false };
    const place = this.#rowsAt.length;
    this.#rowsAt.push(null);
    this.#shared.set(key, place);
    for (const end of from) this.#file(end, symbol, place);
    return { place, reach: 0, crosses: false };
  }

  #file({ place: from, reach, crosses }: OpenEnd, symbol: number, place: number): void {
    if (from === anywhere) listOf(this.#first, symbol).push(place);
    else if (from === sentenceStart) listOf(this.#firstOfSentence, symbol).push(place);
    else if (reach > 0 || crosses) listOf(this.#steps, symbol).push(from, place, reach, crosses ? 1 : 0);
    else {
      this.#next[from] ??= new Map();
      const next = this.#next[from] as Map<number, number[]>;
      const targets = next.get(symbol);
      if (targets === undefined) next.set(symbol, [place]);
      else targets.push(place);
    }
  }

  #joinClass(name: string): void {
    for (const member of this.#classes.get(name) ?? []) {
      const plain = single(member);
      if (plain.kind === 'word' || plain.kind === 'prefix') this.#alphabet.join(name, plain);
    }
  }
}

const none: readonly number[] = [];

function listOf(lists: number[][], at: number): number[] {
  const known = lists[at];
  if (known !== undefined) return known;
  const made: number[] = [];
  lists[at] = made;
  return made;
}

const single = (pattern: Pattern): Pattern =>
  pattern.kind === 'sequence' && pattern.parts.length === 1 ? (pattern.parts[0] as Pattern) : pattern;

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
