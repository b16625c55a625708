import { testRules } from '../drafts/test-rules.ts';
import { readRuleBook } from '../organisation/conduct-rules.ts';
import { BrokenPolicyFile } from '../organisation/read-yaml.ts';
import type { Command } from './command.ts';
import { policyFolder } from './policy-folder.ts';

export const command: Command = {
  summary: 'Test the conduct rules of the policy folder on their own examples.',
  help: `npm run --silent cli -- rules test [folder]

Checks every example of <folder>/conduct-rules/ (by default policy/conduct-rules/): each must be found, with its spans, or
left alone. Also names phrases that stand twice, and rows that no example shows. Exit code 1 when anything is wrong.`,
  async run(args, terminal) {
    if (args[0] !== 'test') {
      terminal.stderr.write('Say "rules test". See --help.\n');
      return 2;
    }
    try {
      const folder = args[1] ?? policyFolder();
      const complaints = testRules(readRuleBook(folder));
      for (const complaint of complaints) terminal.stdout.write(`${complaint}\n`);
      terminal.stdout.write(
        complaints.length === 0 ? 'All examples of all rules hold.\n' : `${complaints.length} to mend.\n`,
      );
      return complaints.length === 0 ? 0 : 1;
    } catch (error) {
      if (!(error instanceof BrokenPolicyFile)) throw error;
      terminal.stdout.write(`${error.message}\n`);
      return 1;
    }
  },
};
