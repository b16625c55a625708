import { readConfig } from '../config.ts';
import { openOwnStore } from '../open-own-store.ts';
import type { Gap } from '../requests/keep-gap.ts';
import type { Store } from '../store/store.ts';
import { assertStore } from './assert-store.ts';
import type { Command } from './command.ts';

type KeptGap = Gap & { readonly day: string };

const headings: Record<Gap['about'], string> = {
  unanswered: 'Questions on which the policy is silent',
  'unhelpful-answer': 'Answers that did not help',
  'wrong-finding': 'Findings that were called wrong',
};

/** Records read at once. */
const page = 500;

export const command: Command = {
  summary: 'List what the policy owner should hear of: silent questions, unhelpful answers, wrong findings.',
  help: `npm run --silent cli -- gaps [--jsonl]

Grouped by kind, then by the clause that came nearest, the most frequent first. Identifiers are masked, and nobody's name
is kept with them. --jsonl prints one gap a line.`,
  async run(args, terminal) {
    const unknown = args.find((argument) => argument !== '--jsonl');
    if (unknown !== undefined) {
      terminal.stderr.write(`Unknown option ${unknown}. See --help.\n`);
      return 2;
    }
    const config = readConfig(process.env);
    assertStore(config);
    const store = await openOwnStore(config);
    try {
      const gaps = await readGaps(store);
      for (const line of args.includes('--jsonl') ? gaps.map((gap) => JSON.stringify(gap)) : describe(gaps))
        terminal.stdout.write(`${line}\n`);
      return 0;
    } finally {
      await store.close();
    }
  },
};

async function readGaps(store: Store): Promise<readonly KeptGap[]> {
  const gaps: KeptGap[] = [];
  for (let after: { due: string | null; id: string } | undefined; ; ) {
    const records = await store.list({ kind: 'gap', limit: page, ...(after && { after }) });
    gaps.push(...records.map((record) => record.body as KeptGap));
    const last = records.at(-1);
    if (records.length < page || last === undefined) return gaps;
    after = { due: last.due, id: last.id };
  }
}

function describe(gaps: readonly KeptGap[]): readonly string[] {
  if (gaps.length === 0) return ['No gaps: every question so far had an answer, and nobody said otherwise.'];
  return Object.entries(headings).flatMap(([about, heading]) => {
    const own = gaps.filter((gap) => gap.about === about);
    return own.length === 0 ? [] : [`${heading} (${own.length})`, ...byClause(own), ''];
  });
}

function byClause(gaps: readonly KeptGap[]): readonly string[] {
  const groups = Map.groupBy(gaps, ({ clause }) => clause);
  return [...groups]
    .sort((a, b) => b[1].length - a[1].length)
    .flatMap(([clause, own]) => [
      `  ${clause === '' ? 'no clause near' : `nearest ${clause}`} (${own.length})`,
      ...own.map(({ day, text, comment }) => `    ${day}  ${text}${comment === '' ? '' : `  | ${comment}`}`),
    ]);
}
