import { readFileSync } from 'node:fs';
import { checkDraft } from '../drafts/check.ts';
import { type Platform, platforms, ruleIds } from '../drafts/finding.ts';
import { type DraftScores, type LabelledDraft, scoreDrafts } from '../drafts/score-drafts.ts';
import { readRuleBook } from '../organisation/conduct-rules.ts';
import type { Command } from './command.ts';
import { policyFolder } from './policy-folder.ts';

/** Scores the draft check on a file of labelled drafts, one JSON object a line. */
export function evalDrafts(file: string, policyFolder: string): DraftScores {
  const drafts = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledDraft);
  const book = readRuleBook(policyFolder);
  return scoreDrafts(drafts, ({ text, platform }) => {
    const known = platforms.find((name) => name === platform) as Platform | undefined;
    return checkDraft({ text, ...(known === undefined ? {} : { platform: known }) }, book);
  });
}

export const command: Command = {
  summary: 'Score the draft check on labelled drafts.',
  help: `npm run --silent cli -- eval-drafts <drafts.jsonl> [--mistakes]

Each line is {"id", "text", "platform", "rules", "also_acceptable", "spans", "verdict", "hard"}.`,
  async run(args, terminal) {
    const file = args.find((argument) => !argument.startsWith('--'));
    if (file === undefined) {
      terminal.stderr.write('Name a file of labelled drafts. See --help.\n');
      return 2;
    }
    const scores = evalDrafts(file, policyFolder());
    terminal.stdout.write(describe(scores));
    if (args.includes('--mistakes'))
      for (const mistake of scores.mistakes) terminal.stdout.write(`${JSON.stringify(mistake)}\n`);
    return 0;
  },
};

/** The figures as a small table for the terminal. */
export function describe(scores: DraftScores): string {
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`.padStart(8);
  const lines = ruleIds.map((id) => {
    const { precision, recall, f1, found, missed, falseAlarms } = scores.rules[id];
    const counts = `found ${found}, missed ${missed}, false alarms ${falseAlarms}`;
    return `${id.padEnd(24)} precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent(f1)}  (${counts})`;
  });
  const clean = (name: string, one: DraftScores['clean']) =>
    `${name.padEnd(24)} held back ${percent(one.heldBack)}  false alarms ${percent(one.falseAlarms)}  (${one.drafts} drafts)`;
  return `${[
    ...lines,
    `${'macro F1'.padEnd(24)} ${percent(scores.macroF1)}`,
    clean('clean', scores.clean),
    clean('hard clean', scores.hardClean),
    `${'verdict right'.padEnd(24)} ${percent(scores.verdicts)}`,
    `${'spans hit'.padEnd(24)} ${percent(scores.spanHits)}`,
  ].join('\n')}\n`;
}
