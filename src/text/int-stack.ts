/** Whole numbers in a row that is emptied and filled again for token after token, without new memory each time. */
export class IntStack {
  values = new Int32Array(64);
  size = 0;

  push(value: number): void {
    if (this.size === this.values.length) this.reserve(this.size + 1);
    this.values[this.size++] = value;
  }

  /** A copy of what is in it. */
  toArray(): Int32Array {
    return this.values.slice(0, this.size);
  }

  /** Makes room for so many values. */
  reserve(size: number): void {
    if (size <= this.values.length) return;
    const bigger = new Int32Array(Math.max(size, this.values.length * 2));
    bigger.set(this.values);
    this.values = bigger;
  }
}
