import { z } from 'zod';
import { type CrisisTable, crisisKinds, crisisTable } from '../crisis/crisis-table.ts';
import { brokenPhrases } from './broken-phrases.ts';
import { readYaml } from './read-yaml.ts';

const phrase = z.string().min(1);
const kindRows = z.strictObject({ phrases: z.array(phrase).min(1), examples: z.array(phrase).min(1) });

const crisisFile = z.strictObject({
  groups: z.record(z.string(), z.array(phrase).min(1)),
  misspellings: z.record(z.string(), z.array(phrase)),
  crisis: z.strictObject({
    'self-harm': kindRows,
    'someone-else-at-risk': kindRows,
    threat: kindRows,
    stalking: kindRows,
    'sexual-assault': kindRows,
    'threat-to-others': kindRows,
  }),
  voices: z.string().transform((block) =>
    block
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
  'near-misses': kindRows,
  'ordinary-words': z.array(phrase),
});
export type CrisisFile = z.infer<typeof crisisFile>;

/** Reads `policy/crisis.yaml` with its examples. Throws `BrokenPolicyFile` at the first thing wrong. */
export function readCrisisFile(file = 'policy/crisis.yaml'): CrisisFile {
  return readYaml(file, crisisFile);
}

/** The table of crisis phrases and near misses, ready for `findCrisis`. */
export function loadCrisisTable(file = 'policy/crisis.yaml'): CrisisTable {
  return crisisTableOf(readCrisisFile(file), file);
}

/** Throws `BrokenPolicyFile` where a row makes no phrase. */
export function crisisTableOf(rows: CrisisFile, file: string): CrisisTable {
  const phrases = Object.fromEntries(crisisKinds.map((kind) => [kind, rows.crisis[kind].phrases]));
  return brokenPhrases([file], () =>
    crisisTable({
      groups: rows.groups,
      phrases: phrases as Record<(typeof crisisKinds)[number], string[]>,
      nearMisses: rows['near-misses'].phrases,
      spelling: { ordinaryWords: rows['ordinary-words'], misspellings: rows.misspellings },
    }),
  );
}
