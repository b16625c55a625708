import { isAttributed } from '../group-talk/attributed.ts';
import { condemnationOf } from '../group-talk/excuses.ts';
import { passagesOf } from '../group-talk/passages.ts';
import { put } from '../group-talk/put.ts';
import { talksOf } from '../group-talk/talks-of.ts';
import { type Accusation, weighPassage } from '../group-talk/weigh-passage.ts';
import { raisedByJudge } from '../judgement/judgement.ts';
import { groupScore } from '../judgement/measures.ts';
import type { PhraseHit, Reading } from '../reading.ts';
import { findingOf, type Rule, type RuleFinding } from '../rule.ts';

const id = 'discrimination';
const mostFindings = 20;
/** Below this, and where no grammar says it plainly, the wording is asked about and not forbidden. */
const plain = 0.7;
/** Where a group is named, the judge must be this far above its line, and the talk of the group no farther below its own. */
const surely = 1;
const leastTalk = -0.75;
/** Mentions that mean people or what they believe, and not a thing of theirs ("the Chinese takeaway"). */
const ofPeople: ReadonlySet<string> = new Set(['people', 'one', 'belief', 'emoji', 'slur']);

/** Belittling people for a protected characteristic: phrase rows, and the grammar of who says what of whom. */
export const discrimination: Rule = {
  id,
  check(reading: Reading): readonly RuleFinding[] {
    const rows = reading.hits(id, 'breach').filter((hit) => !hit.quoted && !hit.negated && !isCondemned(reading, hit));
    const byRow = rows
      .slice(0, mostFindings)
      .map((hit) => findingOf(reading, id, [reading.span(hit.from, hit.to)], hit.row));
    const found = [...byRow, ...accusations(reading).map((one) => accusationFinding(reading, one))];
    return found.length > 0 ? found : byJudge(reading);
  },
};

/** Belittling that no grammar of groups can see: the words together say so. */
function byJudge(reading: Reading): RuleFinding[] {
  const named = talksOf(reading).flatMap(({ mentions }) => mentions.filter(({ kind }) => kind !== 'they'));
  const names = named.length > 0;
  const thingsOnly = named.every(({ kind }) => !ofPeople.has(kind));
  if (names && groupScore(reading) < (thingsOnly ? 0 : leastTalk)) return [];
  const judged = raisedByJudge(reading, id, names ? surely : 0);
  if (judged === null) return [];
  const { severity } = reading.book.rules[id];
  const spans = judged.sentences.map(({ span }) => span);
  return [findingOf(reading, id, spans, { severity: judged.grave ? severity : 'change' })];
}

/** The first of the passages that run people down, as many as a card can show. */
function accusations(reading: Reading): Accusation[] {
  const model = reading.book.model('group-talk');
  const found: Accusation[] = [];
  for (const passage of passagesOf(talksOf(reading))) {
    const accusation = weighPassage(passage, model);
    if (accusation !== null) found.push(accusation);
    if (found.length >= mostFindings) break;
  }
  return found;
}

/** The sentence of the phrase names or reports abuse rather than uttering it. */
function isCondemned(reading: Reading, hit: PhraseHit): boolean {
  const talk = talksOf(reading)[hit.sentence];
  if (talk === undefined) return false;
  const at = talk.sentence.units.findIndex((unit) => unit.start >= (reading.tokens[hit.from]?.start ?? 0));
  return condemnationOf([talk]) >= 0.6 || isAttributed(talk.sentence.units, at);
}

function accusationFinding(reading: Reading, { kind, characteristic, start, end, above }: Accusation): RuleFinding {
  const span = reading.slice(start, end);
  const { says, severity } = reading.book.rules[id];
  const group =
    reading.book.people?.words.groups.find((row) => row.characteristic === characteristic)?.group ?? 'people';
  const message = put(says[kind] ?? '', { words: shortened(span.text), group });
  return findingOf(reading, id, [span], {
    message,
    severity: kind === 'weighed' && above < plain ? 'change' : severity,
  });
}

const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 57)}…` : words);
