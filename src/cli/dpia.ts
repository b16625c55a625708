import { loadOrganisation } from '../organisation/organisation.ts';
import type { Command } from './command.ts';
import { writeDpia } from './dpia/write-dpia.ts';
import { policyFolder } from './policy-folder.ts';

export const command: Command = {
  summary: 'Write the data protection impact assessment, as far as code and policy folder can tell it.',
  help: `npm run --silent cli -- dpia > docs/dpia.md

Markdown: what is stored about whom and why, who reads it, where it goes, what stands against which risk, and the ten
screening questions of Appendix 2 answered for this bot. Run it after changes to policy/ or to what is stored; a test
notices when docs/dpia.md is behind.`,
  async run(_args, { stdout }) {
    stdout.write(writeDpia(loadOrganisation(policyFolder())));
    return 0;
  },
};
