import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadClauseIndex } from '../organisation/clause-index.ts';
import { answerQuestion } from '../policy/answer-question.ts';
import { askOutput } from './ask.ts';
import type { Command } from './command.ts';
import { describe as describeDrafts, evalDrafts } from './eval-drafts.ts';
import { describe as describeMessages, evalMessages, readJudgedMessages } from './eval-messages.ts';
import { describePeople, evalPeople } from './eval-people.ts';
import { evalQuestions, type QuestionRow } from './eval-questions.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { policyFolder } from './policy-folder.ts';

/** What is measured on one file: lines for people, and figures from 0 to 1 by name. */
interface Measured {
  readonly lines: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
}

const own = 'test/examples';
const dev = '../shared/eval/dev';
const floorsFile = join(own, 'floors.json');

export const command: Command = {
  summary: 'Say how well questions, messages, drafts and talk of people are understood, on every labelled set.',
  help: `npm run eval [-- --floors] [-- questions|messages|drafts|people]

Sets: the project's own in ${own} (what is called "held-out" was written apart and tuned to by nobody), and the development
sets in ${dev} where they are present; of people, fairness.jsonl and every group-talk*.held-out.jsonl. With --floors the exit code is 1 if a figure is under its floor in ${floorsFile}.`,
  async run(args, terminal) {
    const wanted = args.filter((argument) => !argument.startsWith('--'));
    const figures: Record<string, number> = {};
    for (const [kind, measure] of Object.entries(measures)) {
      if (wanted.length > 0 && !wanted.includes(kind)) continue;
      const score = measure();
      for (const file of filesOf(kind)) {
        const measured = score(file);
        terminal.stdout.write(`\n${file}\n${measured.lines.join('\n')}\n`);
        for (const [name, value] of Object.entries(measured.figures)) figures[`${setName(file)} ${name}`] = value;
      }
    }
    return args.includes('--floors') ? holdFloors(figures, (line) => terminal.stdout.write(`${line}\n`)) : 0;
  },
};

/** Each loads what it needs once and then scores file after file. */
const measures: Readonly<Record<string, () => (file: string) => Measured>> = {
  questions() {
    const index = loadClauseIndex(policyFolder());
    const today = new Date().toISOString().slice(0, 10);
    return (file) => {
      const { lines, scores } = evalQuestions(readLines<QuestionRow>(file), (text) =>
        askOutput(answerQuestion(index, text, { today })),
      );
      return {
        lines: lines.filter((line) => !line.startsWith('  ')),
        figures: { first: scores.first ?? 0, silence: scores.silence ?? 0 },
      };
    };
  },
  messages() {
    const knowledge = loadKnowledge();
    return (file) => {
      const score = evalMessages(readJudgedMessages(file), knowledge);
      return {
        lines: [describeMessages(score).trimEnd()],
        figures: {
          intent: score.rightIntent / score.messages,
          draft: score.exactDrafts.right / Math.max(1, score.exactDrafts.of),
        },
      };
    };
  },
  drafts: () => (file) => {
    const scores = evalDrafts(file, policyFolder());
    return {
      lines: [describeDrafts(scores).trimEnd()],
      figures: {
        'macro F1': scores.macroF1,
        verdicts: scores.verdicts,
        'clean let through': 1 - scores.clean.heldBack,
        'hard clean let through': 1 - scores.hardClean.heldBack,
      },
    };
  },
  people: () => (folder) => {
    const scores = evalPeople(folder, policyFolder());
    return {
      lines: [describePeople(scores).trimEnd()],
      figures: {
        balanced: scores.balanced,
        'innocent let through': 1 - scores.fairness.innocentFlagged,
        'groups alike': 1 - scores.fairness.gap,
      },
    };
  },
};

function filesOf(kind: string): readonly string[] {
  if (kind === 'people') return [own];
  const mine = readdirSync(own).filter((name) => name.startsWith(kind) && name.endsWith('.jsonl'));
  const theirs = `${dev}/${kind}.jsonl`;
  return [...mine.sort().map((name) => join(own, name)), ...(existsSync(theirs) ? [theirs] : [])];
}

/** "questions.held-out" for a file of ours, "dev questions" for one of the workplace, "people" for the folder of both. */
function setName(file: string): string {
  if (file === own) return 'people';
  const stem = basename(file, '.jsonl');
  return file.startsWith(dev) ? `dev ${stem}` : stem;
}

function readLines<T>(file: string): readonly T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** Compares what was measured with the floors; a floor whose set is not present is passed over. */
function holdFloors(figures: Readonly<Record<string, number>>, print: (line: string) => void): number {
  const floors = JSON.parse(readFileSync(floorsFile, 'utf8')) as Record<string, number>;
  const under = Object.entries(floors).filter(([name, floor]) => (figures[name] ?? 1) < floor);
  for (const [name, floor] of under) print(`UNDER ITS FLOOR  ${name}: ${figures[name]?.toFixed(3)}, wanted ${floor}`);
  if (under.length === 0) print(`\nAll ${Object.keys(floors).length} floors hold.`);
  return under.length === 0 ? 0 : 1;
}
