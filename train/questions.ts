import { keepClauseIndex } from '../src/organisation/clause-index.ts';
import { learnedQuestionsFile } from '../src/organisation/learned-questions.ts';

/** Keeps what policy, example questions and synonyms teach, so that no start has to learn it again. After every change of those. */
keepClauseIndex('policy');
console.log(`questions: learned and kept in ${learnedQuestionsFile}`);
