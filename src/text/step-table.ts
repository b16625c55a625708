/** Steps by the place that they leave and the symbol that makes them, sorted and side by side. */
export class StepTable {
  /** The symbol of each step, those of one place together and in order; -1 after the last. */
  readonly symbols: Int32Array;
  /** What else is known of each step: `width` numbers. */
  readonly steps: Int32Array;
  readonly width: number;
  /** By place, where its steps begin. */
  readonly #starts: Int32Array;
  /** By place, one bit for each symbol that a step has, 32 bits for all symbols. */
  readonly #masks: Int32Array;

  /** @param byPlace for each place the symbol of a step and `width` more numbers, and so on for each step. */
  constructor(byPlace: readonly (readonly number[] | undefined)[], places: number, width: number) {
    this.width = width;
    this.#starts = new Int32Array(places + 1);
    this.#masks = new Int32Array(places);
    const symbols: number[] = [];
    const steps: number[] = [];
    for (let place = 0; place < places; place++) {
      this.#starts[place] = symbols.length;
      for (const [symbol, ...rest] of recordsOf(byPlace[place] ?? [], width + 1)) {
        symbols.push(symbol as number);
        steps.push(...rest);
        this.#masks[place] = (this.#masks[place] as number) | bitOf(symbol as number);
      }
    }
    this.#starts[places] = symbols.length;
    this.symbols = Int32Array.from([...symbols, -1]);
    this.steps = Int32Array.from(steps);
  }

  /** Whether any step leaves a place. */
  leaves(place: number): boolean {
    return this.#masks[place] !== 0;
  }

  /** Whether a place has steps for one of the symbols of `mask`; may say yes in error, never no. */
  mayLeave(place: number, mask: number): boolean {
    return ((this.#masks[place] as number) & mask) !== 0;
  }

  /** The first step of a place for a symbol; -1 when there is none. Others of the same symbol follow. */
  find(place: number, symbol: number): number {
    if (!this.mayLeave(place, bitOf(symbol))) return -1;
    const { symbols } = this;
    let low = this.#starts[place] as number;
    const end = this.endOf(place);
    for (let high = end; low < high; ) {
      const middle = (low + high) >>> 1;
      if ((symbols[middle] as number) < symbol) low = middle + 1;
      else high = middle;
    }
    return low < end && symbols[low] === symbol ? low : -1;
  }

  endOf(place: number): number {
    return this.#starts[place + 1] as number;
  }
}

/** One of 32 bits for a symbol. */
export const bitOf = (symbol: number): number => 1 << (symbol & 31);

/** The records of `size` numbers each, in the order of their first number. */
function recordsOf(numbers: readonly number[], size: number): number[][] {
  const records: number[][] = [];
  for (let at = 0; at < numbers.length; at += size) records.push(numbers.slice(at, at + size));
  return records.sort((a, b) => (a[0] as number) - (b[0] as number));
}
