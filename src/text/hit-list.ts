import type { Hit } from './automaton.ts';

const mostHitsPerRow = 300;
/** So many, nearly in order already, are sorted by moving each up to its place. */
const fewHits = 64;

const byPlace = (a: Hit, b: Hit): number => a.from - b.from || a.to - b.to || a.row - b.row;

/** Collects the rows met in one text, in the order of their ends, and keeps the longest of each row at each place. */
export class HitList {
  #hits: Hit[] = [];
  /** By row: how often it was met, and where its last hit stands in the list; good where `#metIn` names this text. */
  readonly #counts: Int32Array;
  readonly #last: Int32Array;
  readonly #metIn: Int32Array;
  #text = 0;

  constructor(rows: number) {
    this.#counts = new Int32Array(rows);
    this.#last = new Int32Array(rows);
    this.#metIn = new Int32Array(rows);
  }

  /** Begins another text. */
  clear(): void {
    this.#hits = [];
    this.#text = (this.#text + 1) | 0;
  }

  /** Rows that are complete at token `to`, not included; as `~row` (negative) where the sentence must end there. */
  note(rows: readonly number[], from: number, to: number, ends: boolean): void {
    for (let at = 0; at < rows.length; at++) {
      const coded = rows[at] as number;
      if (coded >= 0) this.#add(coded, from, to);
      else if (ends) this.#add(~coded, from, to);
    }
  }

  /** What was met, by place. */
  sorted(): Hit[] {
    const hits = this.#hits;
    if (hits.length > fewHits) return hits.sort(byPlace);
    for (let next = 1; next < hits.length; next++) {
      const hit = hits[next] as Hit;
      let at = next;
      for (; at > 0 && byPlace(hits[at - 1] as Hit, hit) > 0; at--) hits[at] = hits[at - 1] as Hit;
      hits[at] = hit;
    }
    return hits;
  }

  /** A hit within another of the same row is left out. */
  #add(row: number, from: number, to: number): void {
    if (this.#metIn[row] !== this.#text) {
      this.#metIn[row] = this.#text;
      this.#counts[row] = 1;
      this.#push(row, from, to);
      return;
    }
    if ((this.#counts[row] as number) >= mostHitsPerRow) return;
    this.#counts[row] = (this.#counts[row] as number) + 1;
    const last = this.#last[row] as number;
    const before = this.#hits[last] as Hit;
    if (from <= before.from) this.#hits[last] = { row, from, to };
    else if (from >= before.to || to !== before.to) this.#push(row, from, to);
  }

  #push(row: number, from: number, to: number): void {
    this.#last[row] = this.#hits.length;
    this.#hits.push({ row, from, to });
  }
}
