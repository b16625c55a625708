import { z } from 'zod';
import type { ExampleQuestions } from '../policy/questions.ts';
import type { Synonyms } from '../policy/synonyms.ts';
import { readYaml } from './read-yaml.ts';

/** A block of text, one question a line. */
const questions = z.string().transform((block) =>
  block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
);
const topics = z.record(z.string(), questions).default({});
const questionsFile = z.strictObject({ clauses: topics, silent: topics, 'out-of-scope': topics });

const phrases = z.string().transform((line) =>
  line
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== ''),
);
const synonymsFile = z.strictObject({
  shorthand: z.record(z.string(), z.coerce.string()).default({}),
  concepts: z.record(z.string(), phrases).default({}),
});

/** Reads `policy/questions.yaml`; throws `BrokenPolicyFile` with line and reason. */
export function readQuestions(file: string, text?: string): ExampleQuestions {
  const { clauses, silent, 'out-of-scope': outOfScope } = readYaml(file, questionsFile, text);
  return { clauses, silent, outOfScope };
}

/** Reads `policy/synonyms.yaml`; throws `BrokenPolicyFile` with line and reason. */
export function readSynonyms(file: string, text?: string): Synonyms {
  return readYaml(file, synonymsFile, text);
}
