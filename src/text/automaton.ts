import { Alphabet, builtInClasses } from './alphabet.ts';
import { BrokenPattern, type Pattern } from './pattern.ts';
import type { Token } from './tokens.ts';

/** A row found: tokens `from` up to, not including, `to`. */
export interface Hit {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** A place within a row: what may come next. */
interface Place {
  readonly id: number;
  readonly on: Map<number, Place[]>;
  readonly any: Place[];
  /** The row that is complete here; -1 for none. */
  row: number;
  /** Complete only where the sentence ends. */
  atEnd: boolean;
  /** May go on in the next sentence. */
  crosses: boolean;
}

interface State {
  readonly places: readonly Place[];
  readonly next: Map<number, State>;
  readonly done: readonly number[];
  readonly doneAtEnd: readonly number[];
}

interface Row {
  readonly root: Place;
  readonly start: Place;
}

/** Says of a token index whether a sentence begins there. */
export type BeginsSentence = (index: number) => boolean;

const mostHitsPerRow = 300;
const mostStates = 20_000;
const longestRow = 40;

/**
 * All phrase rows as one automaton over tokens: states are sets of places in rows, made when first needed and kept, so
 * that a token costs two look-ups however many rows there are. Linear in the tokens.
 */
export class Automaton {
  readonly #alphabet = new Alphabet();
  readonly #classes: ReadonlyMap<string, readonly Pattern[]>;
  readonly #rows: Row[] = [];
  #places = 0;
  readonly #root = this.#place();
  readonly #start = this.#place();
  #states = new Map<string, State>();
  #first: State = this.#state([]);

  /** @param classes members of each class that is not built in; a member is a pattern, most often one word. */
  constructor(patterns: readonly Pattern[], classes: ReadonlyMap<string, readonly Pattern[]>) {
    this.#classes = classes;
    for (const name of classes.keys()) this.#joinClass(name);
    for (const [row, pattern] of patterns.entries()) this.#addRow(pattern, row);
  }

  /** Every row met, the longest reading where a row meets itself; at most 300 of each row. */
  scan(tokens: readonly Token[], begins: BeginsSentence): Hit[] {
    const hits: Hit[] = [];
    const counts = new Map<number, number>();
    const letters = new Int32Array(tokens.length);
    const note = (rows: readonly number[], to: number) => {
      for (const row of rows) {
        const count = counts.get(row) ?? 0;
        counts.set(row, count + 1);
        if (count >= mostHitsPerRow) continue;
        const from = this.#beginningOf(row, to, letters, begins);
        if (from >= 0) hits.push({ row, from, to });
      }
    };
    let state = this.#first;
    for (let at = 0; at < tokens.length; at++) {
      const fresh = begins(at);
      if (fresh && state.doneAtEnd.length > 0) note(state.doneAtEnd, at);
      letters[at] = this.#alphabet.letter(tokens[at] as Token);
      state = this.#step(state, (letters[at] as number) * 2 + (fresh ? 1 : 0));
      if (state.done.length > 0) note(state.done, at + 1);
    }
    if (state.doneAtEnd.length > 0) note(state.doneAtEnd, tokens.length);
    return longestOnly(hits);
  }

  /** Hashed names of the shared classes of a token. */
  classHashes(token: Token): readonly number[] {
    return this.#alphabet.classHashesOf(this.#alphabet.letter(token));
  }

  /** The earliest token from which `row` reads exactly up to `to`; -1 when none does. */
  #beginningOf(row: number, to: number, letters: Int32Array, begins: BeginsSentence): number {
    const { root, start } = this.#rows[row] as Row;
    for (let from = Math.max(0, to - longestRow); from < to; from++) {
      let places = new Set(begins(from) ? [root, start] : [root]);
      for (let at = from; at < to && places.size > 0; at++)
        places = this.#advance(places, letters[at] as number, at > from && begins(at));
      for (const place of places) if (place.row === row) return from;
    }
    return -1;
  }

  #step(state: State, key: number): State {
    const known = state.next.get(key);
    if (known !== undefined) return known;
    const letter = key >> 1;
    const begins = (key & 1) === 1;
    const next = this.#advance(state.places, letter, begins);
    this.#advance(begins ? [this.#root, this.#start] : [this.#root], letter, false, next);
    const made = this.#state([...next]);
    state.next.set(key, made);
    return made;
  }

  #advance(places: Iterable<Place>, letter: number, begins: boolean, next = new Set<Place>()): Set<Place> {
    const symbols = this.#alphabet.symbolsOf[letter] as number[];
    for (const place of places) {
      if (begins && !place.crosses) continue;
      for (const symbol of symbols) for (const target of place.on.get(symbol) ?? []) next.add(target);
      for (const target of place.any) next.add(target);
    }
    return next;
  }

  #state(places: Place[]): State {
    places.sort((a, b) => a.id - b.id);
    const key = places.map((place) => place.id).join();
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    if (this.#states.size >= mostStates) this.#forget();
    const complete = places.filter((place) => place.row >= 0);
    const state: State = {
      places,
      next: new Map(),
      done: [...new Set(complete.filter((place) => !place.atEnd).map((place) => place.row))],
      doneAtEnd: [...new Set(complete.filter((place) => place.atEnd).map((place) => place.row))],
    };
    this.#states.set(key, state);
    return state;
  }

  #forget(): void {
    for (const state of this.#states.values()) state.next.clear();
    this.#states.clear();
    this.#states.set('', this.#first);
  }

  #addRow(pattern: Pattern, row: number): void {
    const root = this.#place();
    const start = this.#place();
    const last = pattern.kind === 'sequence' ? pattern.parts.at(-1) : undefined;
    const atEnd = last?.kind === 'edge' && last.of === 'end';
    const body: Pattern =
      atEnd && pattern.kind === 'sequence' ? { ...pattern, parts: pattern.parts.slice(0, -1) } : pattern;
    for (const place of this.#build(body, [root], start, 0)) {
      place.row = row;
      place.atEnd = atEnd;
    }
    merge(root, this.#root);
    merge(start, this.#start);
    this.#rows.push({ root, start });
  }

  /** The places reached from `from` when `pattern` has been read. */
  #build(pattern: Pattern, from: readonly Place[], start: Place, depth: number): Place[] {
    if (depth > 40) throw new BrokenPattern('word classes that contain each other');
    switch (pattern.kind) {
      case 'word':
        return [this.#link(from, this.#alphabet.symbol('w', pattern.word))];
      case 'prefix':
        return [this.#link(from, this.#alphabet.symbol('p', pattern.prefix))];
      case 'class':
        return this.#buildClass(pattern.name, from, start, depth);
      case 'gap':
        return this.#buildGap(pattern.most, from);
      case 'edge':
        if (pattern.of === 'start') return [start];
        for (const place of from) place.crosses = true;
        return [...from];
      case 'optional':
        return [...from, ...this.#build(pattern.part, from, start, depth + 1)];
      case 'either':
        return pattern.options.flatMap((option) => this.#build(option, from, start, depth + 1));
      case 'sequence':
        return pattern.parts.reduce<Place[]>((places, part) => this.#build(part, places, start, depth + 1), [...from]);
    }
  }

  /** One-word members go by the class's symbol, longer ones are laid out. */
  #buildClass(name: string, from: readonly Place[], start: Place, depth: number): Place[] {
    const members = this.#classes.get(name);
    const known = (builtInClasses as readonly string[]).includes(name);
    if (members === undefined && !known) throw new BrokenPattern(`there is no class {${name}}`);
    const places = [this.#link(from, this.#alphabet.symbol('c', name))];
    for (const member of members ?? []) {
      const single = member.kind === 'sequence' && member.parts.length === 1 ? member.parts[0] : member;
      if (single === undefined || single.kind === 'word' || single.kind === 'prefix') continue;
      places.push(...this.#build(single, from, start, depth + 1));
    }
    return places;
  }

  #buildGap(most: number, from: readonly Place[]): Place[] {
    const reached = [...from];
    let current: readonly Place[] = from;
    for (let step = 0; step < most; step++) {
      const next = this.#place();
      for (const place of current) place.any.push(next);
      current = [next];
      reached.push(next);
    }
    return reached;
  }

  #link(from: readonly Place[], symbol: number): Place {
    const target = this.#place();
    for (const place of from) {
      const targets = place.on.get(symbol);
      if (targets === undefined) place.on.set(symbol, [target]);
      else targets.push(target);
    }
    return target;
  }

  #joinClass(name: string): void {
    for (const member of this.#classes.get(name) ?? []) {
      const single = member.kind === 'sequence' && member.parts.length === 1 ? member.parts[0] : member;
      if (single?.kind === 'word' || single?.kind === 'prefix') this.#alphabet.join(name, single);
    }
  }

  #place(): Place {
    return { id: this.#places++, on: new Map(), any: [], row: -1, atEnd: false, crosses: false };
  }
}

function merge(from: Place, into: Place): void {
  for (const [symbol, targets] of from.on) {
    const all = into.on.get(symbol);
    if (all === undefined) into.on.set(symbol, [...targets]);
    else all.push(...targets);
  }
}

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
