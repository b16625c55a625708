/** A policy file that its owner must mend: file, line (from 1) and reason, in one sentence. */
export class BrokenPolicyFile extends Error {
  override readonly name = 'BrokenPolicyFile';
  readonly file: string;
  readonly line: number;
  constructor(file: string, line: number, reason: string) {
    super(`${file}, line ${line}: ${reason}`);
    this.file = file;
    this.line = line;
  }
}
