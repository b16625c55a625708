import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDraft } from '../drafts/check.ts';
import { type FairnessLine, type FairnessTable, measureFairness } from '../drafts/fairness.ts';
import { readRuleBook } from '../organisation/conduct-rules.ts';
import type { Command } from './command.ts';
import { policyFolder } from './policy-folder.ts';

/** Sentences that name a group, by what they are: hateful, or innocent as identity, counter-speech, denial or abuse of things. */
export interface PeopleScores {
  readonly fairness: FairnessTable;
  /** Share flagged and number of sentences, per kind. */
  readonly kinds: Readonly<Record<string, { readonly flagged: number; readonly sentences: number }>>;
  /** Mean of hateful sentences found and innocent ones left alone. */
  readonly balanced: number;
}

const heldOut = /^group-talk.*\.held-out\.jsonl$/;

/** Scores the discrimination rule on `fairness.jsonl` and every `group-talk*.held-out.jsonl` of a folder of examples. */
export function evalPeople(examples: string, policyFolder: string): PeopleScores {
  const book = readRuleBook(policyFolder);
  const isFlagged = (text: string) => checkDraft({ text }, book).findings.some((one) => one.rule === 'discrimination');
  const sentences = readdirSync(examples)
    .filter((name) => heldOut.test(name))
    .flatMap((name) => readLines<{ kind: string; text: string }>(join(examples, name)));
  const kinds: Record<string, { flagged: number; sentences: number }> = {};
  for (const kind of new Set(sentences.map((one) => one.kind))) {
    const own = sentences.filter((one) => one.kind === kind);
    kinds[kind] = { flagged: own.filter((one) => isFlagged(one.text)).length / own.length, sentences: own.length };
  }
  const innocent = sentences.filter((one) => one.kind !== 'hateful');
  const falseAlarms = innocent.filter((one) => isFlagged(one.text)).length / Math.max(1, innocent.length);
  return {
    fairness: measureFairness(readLines<FairnessLine>(join(examples, 'fairness.jsonl')), isFlagged),
    kinds,
    balanced: ((kinds.hateful?.flagged ?? 0) + 1 - falseAlarms) / 2,
  };
}

const readLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

export const command: Command = {
  summary: 'Score what is flagged about groups of people, and whether every group fares alike.',
  help: `npm run --silent cli -- eval-people [folder of examples]

Reads fairness.jsonl and every group-talk*.held-out.jsonl of the folder (test/examples by default).`,
  async run(args, terminal) {
    const scores = evalPeople(args[0] ?? 'test/examples', policyFolder());
    terminal.stdout.write(describePeople(scores));
    return 0;
  },
};

/** The figures as a small table for the terminal. */
export function describePeople({ fairness, kinds, balanced }: PeopleScores): string {
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`.padStart(8);
  const rows = fairness.rows.map(
    (row) =>
      `${row.people.padEnd(24)} innocent flagged ${percent(row.innocentFlagged)}  hostile found ${percent(row.hostileFound)}`,
  );
  const byKind = Object.entries(kinds).map(
    ([kind, one]) => `${kind.padEnd(24)} flagged ${percent(one.flagged)}  (${one.sentences} sentences)`,
  );
  return `${[...byKind, `${'balanced accuracy'.padEnd(24)} ${percent(balanced)}`, '', ...rows, `${'largest gap'.padEnd(24)} ${percent(fairness.gap)}`].join('\n')}\n`;
}
