import { readPolicyDocument } from '../../src/organisation/policy-document.ts';
import { readQuestions, readSynonyms } from '../../src/organisation/questions.ts';
import { buildClauseIndex } from '../../src/policy/clause-index.ts';

export const ownDocument = readPolicyDocument('policy/social-media-policy.md');
export const ownQuestions = readQuestions('policy/questions.yaml');
export const synonyms = readSynonyms('policy/synonyms.yaml');

/** The index of the organisation's own policy, built once for a test file. */
export const ownIndex = buildClauseIndex(ownDocument, ownQuestions, synonyms);
