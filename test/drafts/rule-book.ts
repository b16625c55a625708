import { readRuleBook } from '../../src/organisation/conduct-rules.ts';

/** The rule book of this repository's `policy/`, read once for all drafts tests of a file. */
export const ruleBook = readRuleBook(new URL('../../policy', import.meta.url).pathname);
