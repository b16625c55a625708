import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type ClauseIndex, clauseIndexOf } from '../policy/clause-index.ts';
import { learnQuestions } from '../policy/learn-questions.ts';
import { keepLearnedQuestions, learnedQuestionsFile, readLearnedQuestions } from './learned-questions.ts';
import { readPolicyDocument } from './policy-document.ts';
import { readQuestions, readSynonyms } from './questions.ts';
import { readText } from './read-text.ts';

/** Goes up when the way of learning changes, so that weights of the old way are not taken for those of the new. */
const way = 2;

/**
 * The index of the policy in a folder, from its document, example questions and synonyms. What was kept is taken if it was
 * learned from exactly these, else all is learned anew: slower, and the same. Throws `BrokenPolicyFile`.
 */
export function loadClauseIndex(folder: string, kept = learnedQuestionsFile): ClauseIndex {
  const { document, synonyms, print, learn } = readLessons(folder);
  return clauseIndexOf(document, synonyms, readLearnedQuestions(print, kept) ?? learn());
}

/** Learns anew and keeps it. Throws where the folder has no example for any clause. */
export function keepClauseIndex(folder: string, kept = learnedQuestionsFile): void {
  const { print, learn } = readLessons(folder);
  const learned = learn();
  if (learned === null) throw new Error(`${folder}: no clause has an example question; there is nothing to learn`);
  keepLearnedQuestions(print, learned, kept);
}

/** The files of a folder that the index comes from, with the fingerprint of their words. */
export function readLessons(folder: string) {
  const files = ['social-media-policy.md', 'questions.yaml', 'synonyms.yaml'].map((name) => join(folder, name));
  const [markdown, asked, sayings] = files.map(readText) as [string, string, string];
  const [documentFile, questionsFile, synonymsFile] = files as [string, string, string];
  const document = readPolicyDocument(documentFile, markdown);
  const synonyms = readSynonyms(synonymsFile, sayings);
  return {
    document,
    synonyms,
    print: printOf([markdown, asked, sayings]),
    learn: () => learnQuestions(document.clauses, readQuestions(questionsFile, asked), synonyms),
  };
}

/** The same on every machine: a checkout may end lines in its own way. */
function printOf(texts: readonly string[]): string {
  const plain = texts.map((text) => text.replaceAll('\r\n', '\n'));
  return createHash('sha256')
    .update(JSON.stringify([way, plain]))
    .digest('hex');
}
