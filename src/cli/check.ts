import { checkDraft } from '../drafts/check.ts';
import { type Platform, platforms } from '../drafts/finding.ts';
import { readRuleBook } from '../organisation/conduct-rules.ts';
import type { Command } from './command.ts';
import { policyFolder } from './policy-folder.ts';
import { answerTexts } from './text-command.ts';

export const command: Command = {
  summary: 'Check draft posts against the conduct rules.',
  help: `npm run --silent cli -- check "<draft>"
npm run --silent cli -- check --jsonl < drafts.jsonl

Each line read is {"id", "text"} and may name a "platform" (${platforms.join(', ')}).
Each line printed is {"id", "verdict", "findings", "notChecked", "protection"}; spans are UTF-16 offsets of the text.`,
  async run(args, terminal) {
    const book = readRuleBook(policyFolder());
    return answerTexts(args, terminal, ({ text, platform }) => {
      const known = platforms.find((name) => name === platform) as Platform | undefined;
      return checkDraft({ text, ...(known === undefined ? {} : { platform: known }) }, book);
    });
  },
};
