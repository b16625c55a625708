import { hashOf } from '../../text/feature-set.ts';
import type { Reading } from '../reading.ts';
import { type Evidence, EvidenceBuilder } from './evidence.ts';
import { groupsMet, targetMarks } from './mark-groups.ts';
import { groupsOfDraft, marksBySentence } from './marks.ts';
import { namesOf, wordAt } from './words.ts';

const mostTokens = 60;
const evidence = new EvidenceBuilder();

/** The evidence of one sentence: marks and groups met in it, their pairs, what stands elsewhere in the draft, its words. */
export function sentenceEvidence(reading: Reading, index: number): Evidence {
  evidence.clear();
  evidence.add('bias', 1);
  addShape(reading, index, evidence);
  addWords(reading, index, evidence);
  const here = marksBySentence(reading)[index];
  if (here === undefined) return evidence.done();
  for (const mark of here.met) evidence.add('mark', hashOf(mark));
  for (const mark of here.negated) evidence.add('negated', hashOf(mark));
  for (const target of here.met)
    if (targetMarks.has(target))
      for (const mark of here.met) if (mark !== target) evidence.add('targetPair', hashOf(target), hashOf(mark));
  addGroups(reading, groupsMet(here.met));
  return evidence.done();
}

function addGroups(reading: Reading, groups: readonly string[]): void {
  const around = reading.once('groups of the draft, hashed', () => groupsOfDraft(reading).map(hashOf));
  for (const group of groups) {
    const own = hashOf(group);
    evidence.add('group', own);
    for (const other of groups) if (group < other) evidence.add('groupPair', own, hashOf(other));
    for (const other of around) evidence.add('crossPair', own, other);
  }
  for (const group of around) evidence.add('outside', group);
}

/** Words and pairs of words of a sentence, up to a limit. */
export function addWords(reading: Reading, index: number, evidence: EvidenceBuilder): void {
  const sentence = reading.sentences[index];
  if (sentence === undefined) return;
  const names = namesOf(reading);
  let before = 0;
  const end = Math.min(sentence.to, sentence.from + mostTokens);
  for (let at = sentence.from; at < end; at++) {
    const word = wordAt(reading, at, names);
    evidence.add('word', word);
    evidence.add('wordPair', before, word);
    before = word;
  }
}

const shapes = {
  question: hashOf('question'),
  image: hashOf('image'),
  video: hashOf('video'),
  quoted: hashOf('quoted'),
  quote: hashOf('quote'),
  lengths: [0, 1, 2, 3].map((length) => hashOf(`length ${length}`)),
} as const;

/** Question, picture, length, quotation. */
export function addShape(reading: Reading, index: number, evidence: EvidenceBuilder): void {
  const sentence = reading.sentences[index];
  if (sentence === undefined) return;
  if (sentence.question) evidence.add('shape', shapes.question);
  if (sentence.media !== null) evidence.add('shape', shapes[sentence.media]);
  const length = sentence.to - sentence.from;
  evidence.add('shape', shapes.lengths[length < 4 ? 0 : length < 9 ? 1 : length < 18 ? 2 : 3] as number);
  let quoted = 0;
  for (let at = sentence.from; at < sentence.to; at++) if (reading.isQuoted(at)) quoted++;
  if (quoted > 0) evidence.add('shape', quoted * 2 > length ? shapes.quoted : shapes.quote);
}
