import { existsSync } from 'node:fs';
import { readPolicyDocument } from '../organisation/policy-document.ts';
import { BrokenPolicyFile } from '../organisation/read-yaml.ts';
import type { Clause, PolicyDocument } from '../policy/clause.ts';
import type { Command, Terminal } from './command.ts';

export const command: Command = {
  summary: 'Read a policy document and show its outline and what is odd in it.',
  help: [
    'npm run --silent cli -- policy check FILE',
    '',
    'Prints the facts and outline, how many clauses can be cited, and the oddities that its owner may want to mend:',
    'brackets left open, numbers that jump, references to nothing, suspected misprints, a review date that has passed.',
    'Exit code 1 where the document cannot be read, with line and reason.',
  ].join('\n'),
  async run(args, terminal) {
    const [action, file, ...rest] = args;
    if (action !== 'check' || file === undefined || rest.length > 0) {
      terminal.stderr.write('Usage: policy check FILE. See --help.\n');
      return 2;
    }
    return check(file, terminal);
  },
};

function check(file: string, terminal: Terminal): number {
  try {
    const document = readPolicyDocument(file);
    terminal.stdout.write(`${policyReport(document, new Date().toISOString().slice(0, 10)).join('\n')}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof BrokenPolicyFile)) throw error;
    terminal.stderr.write(existsSync(file) ? `${error.message}\n` : `There is no file "${file}".\n`);
    return 1;
  }
}

/** What the owner of a document should see: facts, outline, count, oddities. `today` is an ISO day. */
export function policyReport(document: PolicyDocument, today: string): string[] {
  const { clauses } = document;
  const oddities = oddLines(document, today);
  return [
    document.title,
    `Organisation: ${document.organisation ?? 'not found'}`,
    `Version: ${document.version ?? 'not found'}   effective: ${document.effective ?? 'not found'}   next review: ${document.nextReview ?? 'not found'}`,
    '',
    'Outline',
    ...clauses.filter(isHeading).map((clause) => `  ${outlineLine(clause, clauses)}`),
    '',
    clauses.length === 1 ? '1 clause can be cited.' : `${clauses.length} clauses can be cited.`,
    '',
    oddities.length === 0 ? 'Nothing odd found.' : oddities.length === 1 ? '1 oddity' : `${oddities.length} oddities`,
    ...oddities.map((line) => `  ${line}`),
  ];
}

function isHeading({ kind }: Clause): boolean {
  return kind === 'section' || kind === 'table';
}

function outlineLine({ id, title, path, line }: Clause, clauses: readonly Clause[]): string {
  const below = clauses.filter(({ parent }) => parent === id).length;
  const indent = '  '.repeat(Math.max(0, path.length - 1));
  return `${indent}${id}  ${title.replace(/:$/, '')}  (line ${line}, ${below === 1 ? '1 clause' : `${below} clauses`})`;
}

function oddLines({ clauses, nextReview }: PolicyDocument, today: string): string[] {
  const overdue = nextReview !== null && today > nextReview ? [`the review date ${nextReview} has passed`] : [];
  return [
    ...overdue,
    ...clauses.flatMap(({ id, line, oddities }) => oddities.map((oddity) => `line ${line}, ${id}: ${oddity}`)),
  ];
}
