/** A policy document that its owner must mend before it can be used: line (from 1) and reason. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
  readonly line: number;
  readonly reason: string;
  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`);
    this.line = line;
    this.reason = reason;
  }
}
