import { drawProcess } from '../incidents/draw-process.ts';
import { readProcess } from '../organisation/process.ts';
import { BrokenPolicyFile } from '../organisation/read-yaml.ts';
import type { Command } from './command.ts';
import { policyFile } from './policy-folder.ts';

export const command: Command = {
  summary: 'Draw the disciplinary process as a Mermaid diagram.',
  help: [
    'npm run --silent cli -- process draw',
    '',
    `Reads process.yaml of the policy folder, refuses one with a dead end or a move that skips a question, and prints the rest as Mermaid.`,
  ].join('\n'),
  async run(args, terminal) {
    if (args.length !== 1 || args[0] !== 'draw') {
      terminal.stderr.write('Say: process draw. See --help.\n');
      return 2;
    }
    try {
      terminal.stdout.write(drawProcess(readProcess(policyFile('process.yaml'))));
      return 0;
    } catch (error) {
      if (!(error instanceof BrokenPolicyFile)) throw error;
      terminal.stderr.write(`${error.message}\n`);
      return 1;
    }
  },
};
