import { createInterface } from 'node:readline';
import type { Terminal } from './command.ts';

export interface TextRow {
  readonly id: string;
  readonly text: string;
  readonly platform?: string;
}

/**
 * The shape that `ask`, `check` and `interpret` share: a text as arguments gives one JSON object on one line; `--jsonl`
 * reads one object a line on standard input and prints one a line in the same order. A line that is not such an object
 * is answered with `{"id", "error"}` in its place, and the exit code is 1 at the end.
 */
export async function answerTexts(
  args: readonly string[],
  terminal: Terminal,
  answer: (row: TextRow) => object,
): Promise<number> {
  if (!args.includes('--jsonl')) return answerOne(args, terminal, answer);
  let failed = false;
  let number = 0;
  for await (const line of createInterface({ input: terminal.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const row = readRow(number === 1 ? line.replace(/^\uFEFF/, '') : line);
    if (typeof row === 'string') failed = true;
    const output =
      typeof row === 'string'
        ? { id: String(number), error: `line ${number}: ${row}` }
        : { id: row.id, ...answer(row) };
    terminal.stdout.write(`${JSON.stringify(output)}\n`);
  }
  return failed ? 1 : 0;
}

function answerOne(args: readonly string[], terminal: Terminal, answer: (row: TextRow) => object): number {
  const unknown = args.find((argument) => argument.startsWith('--'));
  const text = args.join(' ');
  if (unknown !== undefined || text.trim() === '') {
    terminal.stderr.write(
      unknown === undefined ? 'Give a text, or --jsonl. See --help.\n' : `Unknown option ${unknown}. See --help.\n`,
    );
    return 2;
  }
  terminal.stdout.write(`${JSON.stringify({ id: '1', ...answer({ id: '1', text }) })}\n`);
  return 0;
}

/** The row, or what is wrong with the line. */
function readRow(line: string): TextRow | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  if (typeof value !== 'object' || value === null) return 'not an object';
  const { id, text, platform } = value as Record<string, unknown>;
  if (typeof text !== 'string') return '"text" is missing or not a string';
  if (typeof id !== 'string' && typeof id !== 'number') return '"id" is missing';
  return { id: String(id), text, ...(typeof platform === 'string' ? { platform } : {}) };
}
