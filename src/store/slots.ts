/** So many may go on at the same time; the others wait, first come, first served. */
export class Slots {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(many: number) {
    this.#free = many;
  }

  /** Resolves once it may go on, to whether it had to wait. */
  async take(): Promise<boolean> {
    if (this.#free > 0) {
      this.#free--;
      return false;
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return true;
  }

  give(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free++;
    else next();
  }
}
