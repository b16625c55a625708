import type { Reading } from '../reading.ts';
import { type Evidence, EvidenceBuilder, hashOf } from './evidence.ts';
import { groupsMet, targetMarks } from './mark-groups.ts';
import { marksBySentence, marksOfDraft } from './marks.ts';
import { wordAt } from './words.ts';

const mostTokens = 60;

/** The evidence of one sentence: marks and groups met in it, their pairs, what stands elsewhere in the draft, its words. */
export function sentenceEvidence(reading: Reading, index: number): Evidence {
  const evidence = new EvidenceBuilder();
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
  addGroups(reading, groupsMet(here.met), evidence);
  return evidence.done();
}

function addGroups(reading: Reading, groups: readonly string[], evidence: EvidenceBuilder): void {
  const around = reading.once('groups of the draft', () => groupsMet(marksOfDraft(reading)));
  for (const group of groups) {
    evidence.add('group', hashOf(group));
    for (const other of groups) if (group < other) evidence.add('groupPair', hashOf(group), hashOf(other));
    for (const other of around) evidence.add('crossPair', hashOf(group), hashOf(other));
  }
  for (const group of around) evidence.add('outside', hashOf(group));
}

/** Words and pairs of words of a sentence, up to a limit. */
export function addWords(reading: Reading, index: number, evidence: EvidenceBuilder): void {
  const sentence = reading.sentences[index];
  if (sentence === undefined) return;
  let before = 0;
  const end = Math.min(sentence.to, sentence.from + mostTokens);
  for (let at = sentence.from; at < end; at++) {
    const word = wordAt(reading, at);
    evidence.add('word', word);
    evidence.add('wordPair', before, word);
    before = word;
  }
}

/** Question, picture, length, quotation. */
export function addShape(reading: Reading, index: number, evidence: EvidenceBuilder): void {
  const sentence = reading.sentences[index];
  if (sentence === undefined) return;
  const fact = (name: string) => evidence.add('shape', hashOf(name));
  if (sentence.question) fact('question');
  if (sentence.media !== null) fact(sentence.media);
  const length = sentence.to - sentence.from;
  fact(`length ${length < 4 ? 0 : length < 9 ? 1 : length < 18 ? 2 : 3}`);
  let quoted = 0;
  for (let at = sentence.from; at < sentence.to; at++) if (reading.isQuoted(at)) quoted++;
  if (quoted > 0) fact(quoted * 2 > length ? 'quoted' : 'quote');
}
