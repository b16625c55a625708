import { loadClauseIndex } from '../../src/organisation/clause-index.ts';
import { readQuestions, readSynonyms } from '../../src/organisation/questions.ts';

export const ownQuestions = readQuestions('policy/questions.yaml');
export const synonyms = readSynonyms('policy/synonyms.yaml');

/** The index of the organisation's own policy, as it ships; that this is what `policy/` teaches has its own test. */
export const ownIndex = loadClauseIndex('policy');
export const ownDocument = ownIndex.document;
