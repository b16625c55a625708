/** Whole numbers in a row that is emptied and filled again for token after token, without new memory each time. */
export class IntStack {
  values = new Int32Array(64);
  size = 0;

  push(value: number): void {
    if (this.size === this.values.length) this.#grow();
    this.values[this.size++] = value;
  }

  #grow(): void {
    const bigger = new Int32Array(this.values.length * 2);
    bigger.set(this.values);
    this.values = bigger;
  }
}
