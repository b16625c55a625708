import type { Reading } from '../reading.ts';
import { type Evidence, EvidenceBuilder, hashOf } from './evidence.ts';
import { groupsMet } from './mark-groups.ts';
import { marksOfDraft } from './marks.ts';
import { addShape, addWords } from './sentence-evidence.ts';

const mostSentences = 60;

/** Who, what and from where, taken together; what is missing counts too. */
const together: readonly (readonly string[])[] = [
  ['inside', 'target', 'attack'],
  ['inside', 'target', 'sly', 'warm'],
  ['target', 'attack', 'warm'],
  ['target', 'attack', 'aside'],
  ['someone', 'private', 'free'],
  ['private', 'third', 'first', 'someone'],
  ['private', 'third', 'free'],
  ['someone', 'place', 'free'],
  ['someone', 'private', 'inside'],
  ['secret', 'plan', 'free'],
  ['plan', 'inside', 'free'],
  ['someone', 'private', 'detail', 'place'],
];

/** The evidence of the whole draft: marks and groups met anywhere, their pairs, and the words of its first sentences. */
export function draftEvidence(reading: Reading): Evidence {
  const evidence = new EvidenceBuilder();
  evidence.add('bias', 2);
  evidence.add('shape', hashOf(`size ${Math.min(4, Math.floor(Math.log2(1 + reading.tokens.length / 8)))}`));
  const marks = [...marksOfDraft(reading)];
  const groups = groupsMet(marks);
  for (const mark of marks) {
    evidence.add('mark', hashOf(mark), 1);
    for (const other of marks) if (mark < other) evidence.add('markPair', hashOf(mark), hashOf(other));
  }
  for (const group of groups) {
    evidence.add('group', hashOf(group), 1);
    for (const other of groups) if (group < other) evidence.add('groupPair', hashOf(group), hashOf(other));
  }
  for (const names of together)
    evidence.add('triple', hashOf(names.map((name) => (groups.includes(name) ? name : `no ${name}`)).join('+')));
  for (let index = 0; index < Math.min(mostSentences, reading.sentences.length); index++) {
    addWords(reading, index, evidence);
    addShape(reading, index, evidence);
  }
  return evidence.done();
}
