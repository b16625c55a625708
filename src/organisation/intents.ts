import { dirname, join } from 'node:path';
import { z } from 'zod';
import { crisisKinds } from '../crisis/crisis-table.ts';
import { findCrisis } from '../crisis/find-crisis.ts';
import { draftCues } from '../interpret/draft-cues.ts';
import { learnedIntents } from '../interpret/intent.ts';
import { type IntentRows, type Knowledge, knowledgeOf, withQuestions } from '../interpret/knowledge.ts';
import { answerQuestion } from '../policy/answer-question.ts';
import type { ClauseIndex } from '../policy/clause-index.ts';
import { brokenPhrases } from './broken-phrases.ts';
import { type CrisisFile, crisisTableOf, readCrisisFile } from './crisis.ts';
import { recallIntents } from './learned-intents.ts';
import { readQuestions } from './questions.ts';
import { readYaml } from './read-yaml.ts';

const phrases = z.array(z.string().min(1)).min(1);
const lines = z.string().transform((block) =>
  block
    .split('\n')
    .map((line) => line.trim().replaceAll('\\n', '\n'))
    .filter((line) => line !== ''),
);

const intentsFile = z.strictObject({
  groups: z.record(z.string(), phrases),
  'draft-cues': z.record(z.enum(draftCues), phrases),
  cues: z.record(z.string(), phrases),
  platforms: z.record(z.string(), phrases),
  'subject-access': z.strictObject({ phrases, examples: phrases, 'near-misses': phrases }),
  examples: z.record(z.enum(learnedIntents), lines),
});

/** Reads `policy/intents.yaml`. Throws `BrokenPolicyFile` at the first thing wrong. */
export function readIntentRows(file = 'policy/intents.yaml', crises: readonly string[] = []): IntentRows {
  const rows = readYaml(file, intentsFile);
  return {
    groups: rows.groups,
    draftCues: rows['draft-cues'],
    cues: rows.cues,
    platforms: rows.platforms,
    subjectAccess: rows['subject-access'].phrases,
    examples: rows.examples,
    crises,
  };
}

/** Everything `interpret` needs, learned from `intents.yaml` and `questions.yaml`, with the table of `crisis.yaml`. */
export function loadInterpretKnowledge(
  file = 'policy/intents.yaml',
  crisisFile = 'policy/crisis.yaml',
  questionsFile = join(dirname(file), 'questions.yaml'),
): Knowledge {
  const crisisRows = readCrisisFile(crisisFile);
  const crisis = crisisTableOf(crisisRows, crisisFile);
  const rows = readLessons(file, crisisRows, questionsFile);
  const learned = recallIntents(rows);
  return brokenPhrases([file], () => knowledgeOf(rows, (text) => findCrisis(text, crisis), learned));
}

/** The rows that the model learns from: the intents' own examples, words of danger, and the policy's example questions. */
export function readLessons(file: string, crisisRows: CrisisFile, questionsFile: string): IntentRows {
  const crises = [...crisisRows.voices, ...crisisKinds.flatMap((kind) => crisisRows.crisis[kind].examples)];
  const { clauses, silent, outOfScope } = readQuestions(questionsFile);
  const about = [clauses, silent].flatMap((topics) => Object.values(topics).flat());
  return withQuestions(readIntentRows(file, crises), about, Object.values(outOfScope).flat());
}

/** The same, with the policy itself to tell a question from small talk; its index is made when it is first wanted. */
export function withPolicy(knowledge: Knowledge, clauses: () => ClauseIndex): Knowledge {
  let index: ClauseIndex | undefined;
  const policyAnswers = (message: string) => {
    index ??= clauses();
    return answerQuestion(index, message, { today: '0001-01-01' }).outcome !== 'not-covered';
  };
  return { ...knowledge, policyAnswers };
}
