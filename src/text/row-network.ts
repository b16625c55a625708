import { Alphabet, builtInClasses } from './alphabet.ts';
import { BrokenPattern, type Pattern } from './pattern.ts';

/** A place in a row that may be gone on from: within `reach` tokens, and into the next sentence only when it `crosses`. */
interface OpenEnd {
  readonly place: number;
  readonly reach: number;
  readonly crosses: boolean;
}

const anywhere = 0;
const sentenceStart = 1;
/** Numbers kept per step of `leaps`: by which symbol, to which place, over how many tokens, into the next sentence or not. */
export const leapSize = 4;
/** Numbers kept per step of `next`: by which symbol, to which place. */
export const nextSize = 2;

/** All rows laid out as places and the steps between them. Rows with the same beginning share their places. */
export class RowNetwork {
  readonly alphabet = new Alphabet();
  readonly classes: ReadonlyMap<string, readonly Pattern[]>;
  /** By symbol, the places that it reaches from nowhere: at any token, or only where a sentence begins. */
  readonly first: number[][] = [];
  readonly firstOfSentence: number[][] = [];
  /** By place, the steps that the very next token of the same sentence may make. */
  readonly next: number[][] = [];
  /** By place, the steps that a later token may make, over a gap or into the next sentence. */
  readonly leaps: number[][] = [];
  /** The rows that are complete at a place; as `~row` (negative) where the sentence must end there. */
  readonly rowsAt: (number[] | null)[] = [null, null];
  /** Places by how they are reached, so that rows with the same beginning share them. */
  readonly #shared = new Map<string, number>();

  /** @param classes members of each class that is not built in; a member is a pattern, most often one word. */
  constructor(patterns: readonly Pattern[], classes: ReadonlyMap<string, readonly Pattern[]>) {
    this.classes = classes;
    for (const name of classes.keys()) this.#joinClass(name);
    for (const [row, pattern] of patterns.entries()) this.#addRow(pattern, row);
    this.#shared.clear();
  }

  #addRow(pattern: Pattern, row: number): void {
    const last = pattern.kind === 'sequence' ? pattern.parts.at(-1) : undefined;
    const onlyLast = last?.kind === 'edge' && last.of === 'end';
    const body: Pattern =
      onlyLast && pattern.kind === 'sequence' ? { ...pattern, parts: pattern.parts.slice(0, -1) } : pattern;
    for (const { place } of this.#build(body, [{ place: anywhere, reach: 0, crosses: false }], 0)) {
      const coded = onlyLast ? ~row : row;
      const rows = this.rowsAt[place];
      if (rows == null) this.rowsAt[place] = [coded];
      else if (!rows.includes(coded)) rows.push(coded);
    }
  }

  /** Where a reading stands when `pattern` has been read from `from`. */
  #build(pattern: Pattern, from: readonly OpenEnd[], depth: number): readonly OpenEnd[] {
    if (depth > 40) throw new BrokenPattern('word classes that contain each other');
    switch (pattern.kind) {
      case 'word':
        return [this.#link(from, this.alphabet.symbol('w', pattern.word))];
      case 'prefix':
        return [this.#link(from, this.alphabet.symbol('p', pattern.prefix))];
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
    const members = this.classes.get(name);
    const known = (builtInClasses as readonly string[]).includes(name);
    if (members === undefined && !known) throw new BrokenPattern(`there is no class {${name}}`);
    const ends = [this.#link(from, this.alphabet.symbol('c', name))];
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
    const place = this.rowsAt.length;
    this.rowsAt.push(null);
    this.#shared.set(key, place);
    for (const end of from) this.#file(end, symbol, place);
    return { place, reach: 0, crosses: false };
  }

  #file({ place: from, reach, crosses }: OpenEnd, symbol: number, place: number): void {
    if (from === anywhere) listOf(this.first, symbol).push(place);
    else if (from === sentenceStart) listOf(this.firstOfSentence, symbol).push(place);
    else if (reach > 0 || crosses) listOf(this.leaps, from).push(symbol, place, reach, crosses ? 1 : 0);
    else listOf(this.next, from).push(symbol, place);
  }

  #joinClass(name: string): void {
    for (const member of this.classes.get(name) ?? []) {
      const plain = single(member);
      if (plain.kind === 'word' || plain.kind === 'prefix') this.alphabet.join(name, plain);
    }
  }
}

function listOf(lists: number[][], at: number): number[] {
  const known = lists[at];
  if (known !== undefined) return known;
  const made: number[] = [];
  lists[at] = made;
  return made;
}

const single = (pattern: Pattern): Pattern =>
  pattern.kind === 'sequence' && pattern.parts.length === 1 ? (pattern.parts[0] as Pattern) : pattern;
