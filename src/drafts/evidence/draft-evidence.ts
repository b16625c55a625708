import { hashOf } from '../../text/feature-set.ts';
import type { Reading } from '../reading.ts';
import { type Evidence, EvidenceBuilder } from './evidence.ts';
import { groupsOfDraft, marksOfDraft } from './marks.ts';
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

/** For each of these, the hash for every way in which its names are met or not, as bits. */
const ways = together.map((names) =>
  Array.from({ length: 1 << names.length }, (_, bits) =>
    hashOf(names.map((name, place) => ((bits >> place) & 1 ? name : `no ${name}`)).join('+')),
  ),
);
const sizes = [0, 1, 2, 3, 4].map((size) => hashOf(`size ${size}`));
const evidence = new EvidenceBuilder();

/** The evidence of the whole draft: marks and groups met anywhere, their pairs, and the words of its first sentences. */
export function draftEvidence(reading: Reading): Evidence {
  evidence.clear();
  evidence.add('bias', 2);
  evidence.add('shape', sizes[Math.min(4, Math.floor(Math.log2(1 + reading.tokens.length / 8)))] as number);
  addPairs('mark', 'markPair', [...marksOfDraft(reading)]);
  const groups = groupsOfDraft(reading);
  addPairs('group', 'groupPair', groups);
  together.forEach((names, index) => {
    const bits = names.reduce((sum, name, place) => (groups.includes(name) ? sum | (1 << place) : sum), 0);
    evidence.add('triple', ways[index]?.[bits] as number);
  });
  for (let index = 0; index < Math.min(mostSentences, reading.sentences.length); index++) {
    addWords(reading, index, evidence);
    addShape(reading, index, evidence);
  }
  return evidence.done();
}

/** Each name, and each two of them, the one that comes first in the alphabet first. */
function addPairs(single: 'mark' | 'group', pair: 'markPair' | 'groupPair', names: readonly string[]): void {
  const sorted = [...names].sort();
  const hashes = sorted.map(hashOf);
  for (let first = 0; first < hashes.length; first++) {
    evidence.add(single, hashes[first] as number, 1);
    for (let second = first + 1; second < hashes.length; second++)
      evidence.add(pair, hashes[first] as number, hashes[second] as number);
  }
}
