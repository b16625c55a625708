import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type RuleId, ruleIds } from '../drafts/finding.ts';
import { lexiconOf } from '../drafts/group-talk/lexicon.ts';
import { type ConductRule, compileRuleBook, type RuleBook } from '../drafts/rule-book.ts';
import { brokenPhrases } from './broken-phrases.ts';
import { BrokenPolicyFile } from './broken-policy-file.ts';
import { readPeopleWords } from './people-words.ts';
import { unreadable } from './read-text.ts';
import { readYaml } from './read-yaml.ts';
import { readJudge } from './shipped-judge.ts';
import { readMeanings } from './thesaurus.ts';
import { readModels } from './trained-models.ts';

const severity = z.enum(['advice', 'change', 'stop']);
const sentence = z.string().trim().min(1);
const words = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), z.array(z.coerce.string()).min(1));
const example = z.strictObject({
  text: z.string(),
  spans: z.array(z.string()).optional(),
  severity: severity.optional(),
  because: z.string().optional(),
});

const conductRule = z.strictObject({
  rule: z.enum(ruleIds),
  clause: sentence,
  title: sentence,
  severity,
  why: sentence,
  instead: sentence,
  says: z.record(z.string(), sentence).optional(),
  words: words.optional(),
  rows: z.array(
    z.strictObject({
      mark: z.string().optional(),
      phrases: z.array(z.coerce.string()).min(1),
      severity: severity.optional(),
      why: sentence.optional(),
      instead: sentence.optional(),
    }),
  ),
  examples: z.strictObject({ found: z.array(example), 'left alone': z.array(example) }),
});

/**
 * Reads every rule of `<folder>/conduct-rules/` and the shared words of `<folder>/words.yaml`, ready to check drafts with.
 * Throws `BrokenPolicyFile` at the first thing wrong.
 */
export function readRuleBook(
  folder: string,
  model: RuleBook['model'] = readModels(),
  judge: RuleBook['judge'] = readJudge(),
): RuleBook {
  const rules = readConductRules(join(folder, 'conduct-rules'));
  const shared = readYaml(join(folder, 'words.yaml'), words);
  const people = lexiconOf(readPeopleWords(folder));
  const files = [...ruleIds.map((id) => join(folder, 'conduct-rules', `${id}.yaml`)), join(folder, 'words.yaml')];
  return brokenPhrases(files, () => compileRuleBook(rules, shared, model, people, judge, readMeanings(folder)));
}

/** One rule per id, each from the file of its name; throws `BrokenPolicyFile` when one is missing or wrong. */
export function readConductRules(folder: string): Record<RuleId, ConductRule> {
  const present = new Set(namesIn(folder));
  const read = (id: RuleId): ConductRule => {
    const file = join(folder, `${id}.yaml`);
    if (!present.has(`${id}.yaml`)) throw new BrokenPolicyFile(file, 1, 'the file is missing');
    const data = readYaml(file, conductRule);
    if (data.rule !== id) throw new BrokenPolicyFile(file, 1, `rule: must be "${id}", as the file is called`);
    return toRule(data);
  };
  return Object.fromEntries(ruleIds.map((id) => [id, read(id)])) as Record<RuleId, ConductRule>;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw unreadable(folder, error);
  }
}

function toRule(data: z.infer<typeof conductRule>): ConductRule {
  const shown = (examples: z.infer<typeof example>[]) =>
    examples.map(({ text, spans, severity }) => ({ text, spans: spans ?? [], severity }));
  return {
    id: data.rule,
    clause: data.clause,
    title: data.title,
    severity: data.severity,
    why: data.why,
    instead: data.instead,
    says: data.says ?? {},
    words: data.words ?? {},
    rows: data.rows.map(({ mark, phrases, severity, why, instead }) => ({
      mark: mark ?? 'breach',
      phrases,
      severity,
      why,
      instead,
    })),
    found: shown(data.examples.found),
    leftAlone: shown(data.examples['left alone']),
  };
}
