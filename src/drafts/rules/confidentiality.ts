import type { Severity, Span } from '../finding.ts';
import { findIdentifiers } from '../identifiers/find-identifiers.ts';
import { masked } from '../identifiers/masked.ts';
import { raisedByJudge } from '../judgement/judgement.ts';
import { marksBySentence } from '../marks.ts';
import type { Reading } from '../reading.ts';
import { findingOf, type Rule, type RuleFinding } from '../rule.ts';

/** What a sentence gives away, the most telling first, and the rule's sentence about it. */
const kinds: readonly (readonly [mark: string, says: string])[] = [
  ['c.in-view', 'picture'],
  ['c.credential', 'credentials'],
  ['c.bid', 'bid'],
  ['c.hr-matter', 'colleague'],
  ['c.illness', 'person'],
  ['c.admitted', 'person'],
  ['c.papers', 'papers'],
  ['c.plan', 'plan'],
];
const aboutTheOrganisation = new Set(['bid', 'papers', 'plan']);

/** 6.1.3(b): what identifies or exposes a person, and what the organisation has not made public. */
export const confidentiality: Rule = {
  id: 'confidentiality',
  check(reading: Reading): readonly RuleFinding[] {
    const findings: RuleFinding[] = findIdentifiers(reading).map(({ kind, span }) =>
      saying(reading, [span], kind === 'credentials' ? 'credentials' : kind, 'stop', masked(span.text)),
    );
    const judged = raisedByJudge(reading, 'confidentiality');
    const rows = reading.hits('confidentiality', 'breach').filter((hit) => !hit.quoted);
    if (judged === null)
      return [
        ...findings,
        ...rows.map((hit) => findingOf(reading, 'confidentiality', [reading.sentenceSpan(hit.sentence)], hit.row)),
      ];
    const spans = judged.sentences.map(({ span }) => span);
    const kind = kindOf(reading, judged.sentences[0]?.index ?? 0, judged.grave);
    return [...findings, saying(reading, spans, kind, judged.grave ? 'stop' : 'change')];
  },
};

function kindOf(reading: Reading, sentence: number, grave: boolean): string {
  const marks = marksBySentence(reading);
  for (const met of [marks[sentence]?.met, ...marks.map((one) => one.met)])
    for (const [mark, says] of kinds)
      if (
        met?.has(mark) &&
        (!grave || !aboutTheOrganisation.has(says)) &&
        (grave || aboutTheOrganisation.has(says) || says === 'picture')
      )
        return says;
  return grave ? 'person' : 'plan';
}

function saying(reading: Reading, spans: readonly Span[], name: string, severity: Severity, shown = ''): RuleFinding {
  const { says, why, instead } = reading.book.rules.confidentiality;
  return findingOf(reading, 'confidentiality', spans, {
    severity,
    message: (says[name] ?? why).replace('{shown}', shown),
    suggestion: says[`instead-${name}`] ?? instead,
  });
}
