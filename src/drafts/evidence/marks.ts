import type { RuleId } from '../finding.ts';
import type { Reading } from '../reading.ts';

const read: readonly RuleId[] = ['disrepute', 'confidentiality'];

/** Marks of the two organisational rules met in one sentence, as `d.insult` or `c.illness`. */
export interface SentenceMarks {
  readonly met: ReadonlySet<string>;
  readonly negated: ReadonlySet<string>;
}

/** The marks of every sentence; worked out once per draft. */
export function marksBySentence(reading: Reading): readonly SentenceMarks[] {
  return reading.once('marks by sentence', () => {
    const marks = reading.sentences.map(() => ({ met: new Set<string>(), negated: new Set<string>() }));
    for (const rule of read)
      for (const hit of reading.hits(rule)) {
        const mark = `${rule[0]}.${hit.row.mark}`;
        marks[hit.sentence]?.met.add(mark);
        if (hit.negated) marks[hit.sentence]?.negated.add(mark);
      }
    return marks;
  });
}

/** All marks of the draft. */
export function marksOfDraft(reading: Reading): ReadonlySet<string> {
  return reading.once('marks of the draft', () => new Set(marksBySentence(reading).flatMap(({ met }) => [...met])));
}
