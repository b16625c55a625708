import { loadClauseIndex } from '../organisation/clause-index.ts';
import type { Answer } from '../policy/answer.ts';
import { answerQuestion } from '../policy/answer-question.ts';
import type { Command } from './command.ts';
import { policyFolder } from './policy-folder.ts';
import { answerTexts } from './text-command.ts';

/** What `ask` prints for one question. */
export interface AskOutput {
  readonly outcome: Answer['outcome'];
  readonly clauses: readonly { readonly id: string; readonly text: string; readonly score: number }[];
}

export const command: Command = {
  summary: 'Answer a policy question with the clauses that decide it.',
  help: [
    'npm run --silent cli -- ask "can I say where I work"',
    'npm run --silent cli -- ask --jsonl < questions.jsonl',
    '',
    'Reads {"id","text"} a line and prints {"id","outcome","clauses":[{"id","text","score"}]}, best clause first.',
    'Outcomes: answered, partly, not-covered. Beside not-covered stands the nearest clause, if one is near.',
  ].join('\n'),
  run(args, terminal) {
    const index = loadClauseIndex(policyFolder());
    const today = new Date().toISOString().slice(0, 10);
    return answerTexts(args, terminal, ({ text }) => askOutput(answerQuestion(index, text, { today })));
  },
};

export function askOutput(answer: Answer): AskOutput {
  const cited =
    answer.outcome === 'not-covered'
      ? answer.silence === 'silent' && answer.nearest
        ? [answer.nearest]
        : []
      : [...answer.clauses, ...answer.related];
  return {
    outcome: answer.outcome,
    clauses: cited.map(({ clause, score }) => ({ id: clause.id, text: clause.text, score: Number(score.toFixed(4)) })),
  };
}
