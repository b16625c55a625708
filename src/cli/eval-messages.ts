import { existsSync, readFileSync } from 'node:fs';
import type { Intent } from '../interpret/intent.ts';
import { interpret } from '../interpret/interpret.ts';
import type { Knowledge } from '../interpret/knowledge.ts';
import type { Command } from './command.ts';
import { loadKnowledge } from './load-knowledge.ts';

/** One judged message: every right intent, best first, and the exact words to check. */
export interface JudgedMessage {
  readonly id: string;
  readonly message: string;
  readonly intent: readonly Intent[];
  readonly draft: string | null;
}

export interface MessageScore {
  readonly messages: number;
  /** The intent found is one of the right ones. */
  readonly rightIntent: number;
  /** Of the messages that hold a draft, those whose exact words were found; and of all others, those where none was. */
  readonly exactDrafts: { readonly right: number; readonly of: number };
  readonly noDrafts: { readonly right: number; readonly of: number };
  readonly byIntent: Readonly<Record<string, { readonly right: number; readonly of: number }>>;
  /** Ids, with what was expected and what was found. Never the words themselves. */
  readonly wrong: readonly string[];
}

/** Scores `interpret` on judged messages: intents by the best right one, drafts by exact match. */
export function evalMessages(messages: readonly JudgedMessage[], knowledge: Knowledge): MessageScore {
  const judged = messages.map((row) => ({ row, found: interpret(row.message, knowledge) }));
  const isRight = ({ row, found }: (typeof judged)[number]) => row.intent.includes(found.intent);
  const drafted = judged.filter(({ row }) => row.draft !== null);
  const undrafted = judged.filter(({ row }) => row.draft === null);
  const isExact = ({ row, found }: (typeof judged)[number]) => found.draft === row.draft;
  const names = [...new Set(messages.map((row) => row.intent[0] ?? ''))].sort();
  const share = (rows: typeof judged, right: typeof isRight) => ({ right: rows.filter(right).length, of: rows.length });
  return {
    messages: judged.length,
    rightIntent: judged.filter(isRight).length,
    exactDrafts: share(drafted, isExact),
    noDrafts: share(undrafted, isExact),
    byIntent: Object.fromEntries(
      names.map((name) => [
        name,
        share(
          judged.filter(({ row }) => row.intent[0] === name),
          isRight,
        ),
      ]),
    ),
    wrong: judged
      .filter((each) => !isRight(each) || !isExact(each))
      .map(
        (each) =>
          `${each.row.id}: ${each.row.intent.join(' or ')}, found ${each.found.intent}${isExact(each) ? '' : ', other draft'}`,
      ),
  };
}

/** Reads judged messages, one JSON object a line; none where the file does not exist. */
export function readJudgedMessages(file: string): JudgedMessage[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as JudgedMessage);
}

/** The project's own judged messages, then those of the workplace where it is present. */
export const judgedMessageFiles = [
  'test/examples/messages.jsonl',
  'test/examples/messages.held-out.jsonl',
  '../shared/eval/dev/messages.jsonl',
];

export const command: Command = {
  summary: 'Score how messages are read: intents and drafts',
  help: `npm run --silent cli -- eval-messages [--wrong] [file.jsonl ...]

Scores interpret on ${judgedMessageFiles.join(', ')}, or on the files given.
--wrong lists the ids of the messages that were read wrongly.`,
  async run(args, terminal) {
    const files = args.filter((argument) => !argument.startsWith('--'));
    const knowledge = loadKnowledge();
    for (const file of files.length > 0 ? files : judgedMessageFiles) {
      const messages = readJudgedMessages(file);
      if (messages.length === 0) continue;
      const score = evalMessages(messages, knowledge);
      terminal.stdout.write(`${file}\n${describe(score)}`);
      if (args.includes('--wrong')) terminal.stdout.write(score.wrong.map((line) => `    ${line}\n`).join(''));
    }
    return 0;
  },
};

export function describe(score: MessageScore): string {
  const percent = (right: number, of: number) => `${right} of ${of} (${((100 * right) / (of || 1)).toFixed(1)} %)`;
  return [
    `  right intent  ${percent(score.rightIntent, score.messages)}`,
    `  exact draft   ${percent(score.exactDrafts.right, score.exactDrafts.of)}`,
    `  no draft      ${percent(score.noDrafts.right, score.noDrafts.of)}`,
    ...Object.entries(score.byIntent).map(([name, { right, of }]) => `  ${name.padEnd(16)} ${percent(right, of)}`),
    '',
  ].join('\n');
}
