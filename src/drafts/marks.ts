import type { RuleId } from './finding.ts';
import type { Reading } from './reading.ts';

const read: readonly (readonly [sign: string, rule: RuleId])[] = [
  ['d', 'disrepute'],
  ['c', 'confidentiality'],
  ['p', 'disclaimer'],
];
/** The full names of marks by sign and mark, put together once: there are as many as the rules have. */
const names = new Map(read.map(([sign]) => [sign, new Map<string, string>()]));

/** Marks met in one sentence, as `d.insult`, `c.illness`, or `p.employment`: their first letter names the rule. */
export interface SentenceMarks {
  readonly met: ReadonlySet<string>;
  readonly negated: ReadonlySet<string>;
}

const nothing: SentenceMarks = { met: new Set(), negated: new Set() };

/** The marks of every sentence; worked out once per draft. */
export function marksBySentence(reading: Reading): readonly SentenceMarks[] {
  return reading.once('marks by sentence', () => {
    const marks: { met: Set<string>; negated: Set<string> }[] = [];
    for (const [sign, rule] of read)
      for (const hit of reading.hits(rule)) {
        const mark = nameOf(sign, hit.row.mark);
        const own = marks[hit.sentence] ?? { met: new Set<string>(), negated: new Set<string>() };
        marks[hit.sentence] = own;
        own.met.add(mark);
        if (hit.negated) own.negated.add(mark);
      }
    return reading.sentences.map((_, index) => marks[index] ?? nothing);
  });
}

/** All marks of the draft. */
export function marksOfDraft(reading: Reading): ReadonlySet<string> {
  return reading.once('marks of the draft', () => {
    const all = new Set<string>();
    for (const { met } of marksBySentence(reading)) for (const mark of met) all.add(mark);
    return all;
  });
}

function nameOf(sign: string, mark: string): string {
  const own = names.get(sign) as Map<string, string>;
  const known = own.get(mark) ?? `${sign}.${mark}`;
  own.set(mark, known);
  return known;
}
