import type { RuleId } from '../finding.ts';
import type { Reading } from '../reading.ts';

const read: readonly (readonly [sign: string, rule: RuleId])[] = [
  ['d', 'disrepute'],
  ['c', 'confidentiality'],
  ['p', 'disclaimer'],
];

/** Marks met in one sentence, as `d.insult`, `c.illness`, or `p.employment`: their first letter names the rule. */
export interface SentenceMarks {
  readonly met: ReadonlySet<string>;
  readonly negated: ReadonlySet<string>;
}

/** The marks of every sentence; worked out once per draft. */
export function marksBySentence(reading: Reading): readonly SentenceMarks[] {
  return reading.once('marks by sentence', () => {
    const marks = reading.sentences.map(() => ({ met: new Set<string>(), negated: new Set<string>() }));
    for (const [sign, rule] of read)
      for (const hit of reading.hits(rule)) {
        const mark = `${sign}.${hit.row.mark}`;
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
