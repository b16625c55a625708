import { type Insult, insultsIn } from '../group-talk/insults.ts';
import { put } from '../group-talk/put.ts';
import { talksOf } from '../group-talk/talks-of.ts';
import { raisedByJudge } from '../judgement/judgement.ts';
import type { PhraseHit, Reading } from '../reading.ts';
import { findingOf, type Rule, type RuleFinding } from '../rule.ts';

const id = 'bullying';
const excuses = ['affection', 'sport', 'fiction', 'told'] as const;

/** Going after one person: phrase rows, insults at somebody, and a watcher's remark beside a veiled warning. */
export const bullying: Rule = {
  id,
  check(reading: Reading): readonly RuleFinding[] {
    const rows = reading
      .hits(id, 'breach')
      .filter((hit) => isOwnWords(reading, hit))
      .slice(0, 20);
    const findings = rows.map((hit) => findingOf(reading, id, [reading.span(hit.from, hit.to)], hit.row));
    const plain = [...findings, ...veiledThreats(reading), ...insults(reading)];
    return [...plain, ...weighed(reading, plain)];
  },
};

/** Not quoted, not negated, not told by the one it was done to, not a joke of the pitch or the stage. */
function isOwnWords(reading: Reading, hit: PhraseHit): boolean {
  if (hit.quoted || hit.negated || isOfGroup(reading, hit)) return false;
  return !['told', 'fiction', 'sport', 'joking'].some((mark) => near(reading, mark, hit.sentence));
}

/** The "name" in the phrase is a group's: that is another rule's matter. */
function isOfGroup(reading: Reading, { from, to, sentence }: PhraseHit): boolean {
  const { start, end } = reading.span(from, to);
  const talk = talksOf(reading)[sentence];
  const groups = talk?.mentions.filter(({ kind }) => kind === 'people' || kind === 'slur') ?? [];
  const place = (at: number) => talk?.sentence.units[at]?.start ?? -1;
  return groups.slice(0, 20).some((mention) => place(mention.from) >= start && place(mention.from) < end);
}

const near = (reading: Reading, mark: string, sentence: number): boolean =>
  reading.hits(id, mark).some((hit) => Math.abs(hit.sentence - sentence) <= 1);

/** What only the words together say, as the trained judge reads them; nothing that was found already. */
function weighed(reading: Reading, found: readonly RuleFinding[]): RuleFinding[] {
  const judged = raisedByJudge(reading, id);
  if (judged === null) return [];
  const { says, severity } = reading.book.rules[id];
  const known = found.flatMap(({ spans }) => spans);
  const spans = judged.sentences
    .map(({ span }) => span)
    .filter((span) => !known.some((one) => one.start < span.end && span.start < one.end));
  if (spans.length === 0) return [];
  const words = { message: says.weighed ?? '', suggestion: says['weighed-instead'] ?? '' };
  return [findingOf(reading, id, spans, { ...words, severity: judged.grave ? severity : 'change' })];
}

function veiledThreats(reading: Reading): RuleFinding[] {
  const watched = reading.hits(id, 'watched').filter((hit) => !hit.quoted);
  const ominous = reading.hits(id, 'ominous').filter((hit) => !hit.quoted);
  const { says } = reading.book.rules[id];
  return watched.flatMap((watch) => {
    const warning = ominous.find((hit) => hit.from >= watch.to && hit.sentence - watch.sentence <= 3);
    if (warning === undefined) return [];
    const spans = [reading.sentenceSpan(watch.sentence), reading.sentenceSpan(warning.sentence)];
    return [findingOf(reading, id, spans, { message: says.watched ?? '', suggestion: says['watched-instead'] ?? '' })];
  });
}

function insults(reading: Reading): RuleFinding[] {
  if (excuses.some((mark) => reading.has(id, mark))) return [];
  const found = talksOf(reading).flatMap((talk) => insultsIn(talk));
  return found.slice(0, 10).map((insult) => insultFinding(reading, insult));
}

function insultFinding(reading: Reading, { start, end, wordsStart, wordsEnd, person }: Insult): RuleFinding {
  const { says } = reading.book.rules[id];
  const words = reading.slice(wordsStart, wordsEnd).text;
  const message = put(says.insult ?? '', { words, person });
  return findingOf(reading, id, [reading.slice(start, end)], { message, suggestion: says['insult-instead'] ?? '' });
}
