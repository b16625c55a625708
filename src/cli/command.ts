import type { Readable, Writable } from 'node:stream';

/** Where a command reads and writes; tests pass their own. */
export interface Terminal {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** One command of `npm run cli -- <name>`. `run` resolves to the exit code. */
export interface Command {
  readonly summary: string;
  /** Shown by `--help`: usage line, options, an example. */
  readonly help: string;
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}
