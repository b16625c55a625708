import { readFileSync } from 'node:fs';
import { loadClauseIndex } from '../organisation/clause-index.ts';
import { answerQuestion } from '../policy/answer-question.ts';
import { type AskOutput, askOutput } from './ask.ts';
import type { Command } from './command.ts';
import { policyFolder } from './policy-folder.ts';

/** One labelled question, as in the evaluation files. */
export interface QuestionRow {
  readonly id: string;
  readonly question: string;
  /** Clause ids; any of them first is right. */
  readonly answers: readonly string[];
  readonly answerable: boolean;
  readonly kind: string;
  readonly voice?: string;
}

export interface Evaluation {
  readonly lines: readonly string[];
  readonly scores: Readonly<Record<string, number>>;
}

export const command: Command = {
  summary: 'Score the policy answers on files of labelled questions.',
  help: 'npm run --silent cli -- eval-questions FILE.jsonl... [--errors]\n\nPrints first-clause accuracy, top-3, silence rate and the errors by kind.',
  async run(args, terminal) {
    const files = args.filter((argument) => !argument.startsWith('--'));
    if (files.length === 0) {
      terminal.stderr.write('Give at least one file of labelled questions. See --help.\n');
      return 2;
    }
    const index = loadClauseIndex(policyFolder());
    const today = new Date().toISOString().slice(0, 10);
    for (const file of files) {
      const rows = readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as QuestionRow);
      const { lines } = evalQuestions(rows, (text) => askOutput(answerQuestion(index, text, { today })));
      const shown = args.includes('--errors') ? lines : lines.filter((line) => !line.startsWith('  '));
      terminal.stdout.write(`${file}\n${shown.join('\n')}\n`);
    }
    return 0;
  },
};

/**
 * Scores answers against labels. `first` and `top3`: share of the answerable questions, answered or partly answered, with
 * a right clause in first or in the first three places; an unjust silence counts as wrong. `silence`: share of the
 * unanswerable ones on which the outcome is not-covered. Lines that begin with two spaces name single errors.
 */
export function evalQuestions(rows: readonly QuestionRow[], answer: (question: string) => AskOutput): Evaluation {
  const judged = rows.map((row) => judge(row, answer(row.question)));
  const answerable = judged.filter(({ row }) => row.answerable);
  const unanswerable = judged.filter(({ row }) => !row.answerable);
  const scores = {
    first: share(answerable, ({ first }) => first),
    top3: share(answerable, ({ top3 }) => top3),
    spoken: share(answerable, ({ silent }) => !silent),
    silence: share(unanswerable, ({ silent }) => silent),
  };
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
  return {
    scores,
    lines: [
      `${rows.length} questions: first clause ${percent(scores.first)}, in the first three ${percent(scores.top3)} of ${answerable.length}; ` +
        `wrongly silent ${percent(1 - scores.spoken)}; silent where silent ${percent(scores.silence)} of ${unanswerable.length}`,
      ...byKind(judged),
      ...judged.filter(({ right }) => !right).map(errorLine),
    ],
  };
}

interface Judged {
  readonly row: QuestionRow;
  readonly output: AskOutput;
  readonly first: boolean;
  readonly top3: boolean;
  readonly silent: boolean;
  readonly right: boolean;
}

function judge(row: QuestionRow, output: AskOutput): Judged {
  const silent = output.outcome === 'not-covered';
  const cited = output.clauses.map(({ id }) => id);
  const first = !silent && row.answers.includes(cited[0] ?? '');
  const top3 = !silent && cited.slice(0, 3).some((id) => row.answers.includes(id));
  return { row, output, first, top3, silent, right: row.answerable ? first : silent };
}

function byKind(judged: readonly Judged[]): string[] {
  const kinds = Map.groupBy(judged, ({ row }) => row.kind);
  return [...kinds].map(([kind, members]) => {
    const wrong = members.filter(({ right }) => !right).length;
    return `${kind}: ${members.length - wrong} of ${members.length} right`;
  });
}

function errorLine({ row, output }: Judged): string {
  const got = output.clauses.slice(0, 3).map(({ id }) => id);
  return `  ${row.id} [${row.kind}] wanted ${row.answers.join(' or ') || 'silence'}, got ${output.outcome} ${got.join(' ')}: ${row.question}`;
}

function share(judged: readonly Judged[], holds: (one: Judged) => boolean): number {
  return judged.length === 0 ? 1 : judged.filter(holds).length / judged.length;
}
