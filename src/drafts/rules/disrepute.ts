import type { Span } from '../finding.ts';
import { raisedByJudge } from '../judgement/judgement.ts';
import { marksBySentence } from '../marks.ts';
import type { Reading } from '../reading.ts';
import { findingOf, type Rule, type RuleFinding } from '../rule.ts';

/** Who is spoken of, the most telling first, and the rule's sentence about it. */
const targets: readonly (readonly [mark: string, says: string])[] = [
  ['d.reply', 'reply'],
  ['d.rival', 'rival'],
  ['d.leader', 'colleagues'],
  ['d.manager', 'colleagues'],
  ['d.provider', 'provider'],
  ['d.patient', 'patients'],
  ['d.team', 'colleagues'],
  ['d.own', 'own'],
];

/** A hair above its line the judge is as often wrong as right; a member's time on hold is not yet an attack on a practice. */
const surely = 0.1;

/** 6.1.3(a): criticising, mocking or arguing with people and bodies of the service, and accusing people of wrongs. */
export const disrepute: Rule = {
  id: 'disrepute',
  check(reading: Reading): readonly RuleFinding[] {
    const links = reading.hits('disrepute', 'link').filter((hit) => !hit.quoted);
    if (links.length > 0)
      return [
        saying(
          reading,
          links.map((hit) => reading.sentenceSpan(hit.sentence)),
          'link',
          'stop',
        ),
      ];
    const rows = reading.hits('disrepute', 'breach').filter((hit) => !hit.quoted && !hit.negated);
    const judged = raisedByJudge(reading, 'disrepute', surely);
    if (judged === null)
      return rows.map((hit) => findingOf(reading, 'disrepute', [reading.span(hit.from, hit.to)], hit.row));
    const spans = judged.sentences.map(({ span }) => span);
    const found = [
      ...spans,
      ...rows.map((hit) => reading.span(hit.from, hit.to)).filter((span) => !within(span, spans)),
    ];
    const worst = judged.sentences[0]?.index ?? 0;
    if (isAccusation(reading, worst, judged.grave)) return [saying(reading, found, 'accusation', 'stop')];
    return [saying(reading, found, targetOf(reading, worst), 'change')];
  },
};

const within = (inner: Span, outer: readonly Span[]): boolean =>
  outer.some((span) => span.start <= inner.start && inner.end <= span.end);

/** A wrong or a scandal is said in this sentence of somebody who can be told by name, handle or post. */
function isAccusation(reading: Reading, sentence: number, grave: boolean): boolean {
  const met = marksBySentence(reading)[sentence]?.met;
  const says = (...marks: string[]) => marks.some((mark) => met?.has(mark));
  if (says('d.crime', 'd.affair')) return grave || says('c.named', 'c.titled', 'd.reply');
  return grave && says('d.dishonest');
}

function targetOf(reading: Reading, sentence: number): string {
  const marks = marksBySentence(reading);
  for (const met of [marks[sentence]?.met, ...marks.map((one) => one.met)])
    for (const [mark, says] of targets) if (met?.has(mark)) return says;
  return 'colleagues';
}

function saying(reading: Reading, spans: readonly Span[], name: string, severity: 'change' | 'stop'): RuleFinding {
  const { says, why, instead } = reading.book.rules.disrepute;
  return findingOf(reading, 'disrepute', spans, {
    severity,
    message: says[name] ?? why,
    suggestion: says[`instead-${name}`] ?? instead,
  });
}
