import type { Characteristic, LexiconHit } from './lexicon.ts';
import type { Unit, UnitSentence } from './units.ts';

/**
 * How a sentence names a group: `people` as a group, `one` of its members, its `quality` said of somebody ("she is gay"),
 * its `belief`, a `sign` of it, its `emoji`, or a `slur`.
 */
export type MentionKind = 'people' | 'one' | 'quality' | 'belief' | 'sign' | 'emoji' | 'slur';

export interface Mention {
  readonly kind: MentionKind;
  readonly characteristic: Characteristic;
  /** Units `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
}

const determiners = new Set(
  'my our her his the a an this that your their one another some any each every no two three four five six several few @number mr mrs dear young lovely nice'.split(
    ' ',
  ),
);
const linking = new Set(
  'and or & fucking bloody stupid dirty filthy lazy fat ugly young old poor dumb little so called older single'.split(
    ' ',
  ),
);
const afterTheGroup = new Set(
  "are is were was have has had do does don't do aren't isn't can can't should shouldn't will won't would wouldn't need deserve get and or who that as in of with at for from to again out always never just all".split(
    ' ',
  ),
);
const sexWords = new Set(
  'woman women wife wives girl girls female females lady ladies man men male males mother mum girlfriend lads blokes boys'.split(
    ' ',
  ),
);
const sexPlural = new Set('women girls females ladies men males wives boys'.split(' '));
const pointing = new Set('these those them'.split(' '));

/** Everything in a sentence that names a protected group, longest reading first come. */
export function findMentions({ units }: UnitSentence, hits: readonly LexiconHit[]): Mention[] {
  const found: Mention[] = [];
  const taken = new Uint8Array(units.length);
  const persons = new Set(hits.filter((hit) => hit.kind === 'person').map((hit) => hit.from));
  const adjectiveEnds = new Map(hits.filter((hit) => hit.kind === 'adjective').map((hit) => [hit.from, hit.to]));
  const claim = (kind: MentionKind, characteristic: Characteristic, from: number, to: number) => {
    for (let at = from; at < to; at++) if (taken[at] === 1) return;
    taken.fill(1, from, to);
    found.push({ kind, characteristic, from, to });
  };
  units.forEach((unit, at) => {
    if (unit.group !== null) claim('emoji', unit.group, at, at + 1);
  });
  const byLength = (kind: LexiconHit['kind']) =>
    hits
      .filter((hit) => hit.kind === kind && hit.characteristic !== null)
      .sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const hit of byLength('sharp')) claim('slur', hit.characteristic as Characteristic, hit.from, hit.to);
  for (const hit of byLength('sign')) claim('sign', hit.characteristic as Characteristic, hit.from, hit.to);
  for (const hit of byLength('adjective')) {
    const person = personAfter(units, hit.to, persons, adjectiveEnds);
    if (person >= 0) claim('people', hit.characteristic as Characteristic, hit.from, person + 1);
  }
  for (const hit of byLength('noun'))
    claim(nounKind(units, hit), hit.characteristic as Characteristic, hit.from, hit.to);
  for (const hit of hits) {
    if (hit.kind !== 'the-adjective' || units[hit.from - 1]?.key !== 'the') continue;
    const after = units[hit.to];
    if (after === undefined || afterTheGroup.has(after.key) || after.clause !== units[hit.from]?.clause) {
      const adjective = hits.find((one) => (one.kind === 'adjective' || one.kind === 'noun') && one.from === hit.from);
      if (adjective?.characteristic) claim('people', adjective.characteristic, hit.from, hit.to);
    }
  }
  for (const hit of byLength('belief')) claim('belief', hit.characteristic as Characteristic, hit.from, hit.to);
  for (const hit of byLength('adjective')) claim('quality', hit.characteristic as Characteristic, hit.from, hit.to);
  return found.sort((a, b) => a.from - b.from);
}

/** The person word that an adjective belongs to: next, or after other adjectives and "and"; -1 when there is none. */
function personAfter(
  units: readonly Unit[],
  from: number,
  persons: ReadonlySet<number>,
  adjectives: ReadonlyMap<number, number>,
): number {
  let at = from;
  for (let steps = 0; steps < 5 && at < units.length; steps++) {
    if (persons.has(at)) return at;
    const over = adjectives.get(at);
    if (over !== undefined) at = over;
    else if (linking.has((units[at] as Unit).key)) at++;
    else return -1;
  }
  return -1;
}

/** "women" are a group, "the lady", "my mum" and "a man" are somebody; other nouns always name the group or one of it. */
function nounKind(units: readonly Unit[], hit: LexiconHit): MentionKind {
  const key = (units[hit.to - 1] as Unit).key.replace(/'s$/, '');
  const before = units[hit.from - 1]?.key ?? '';
  if (hit.to - hit.from === 1 && sexWords.has(key)) {
    if (pointing.has(before)) return 'people';
    return sexPlural.has(key) && !determiners.has(before) ? 'people' : 'one';
  }
  return determiners.has(before) && !key.endsWith('s') && !pointing.has(before) ? 'one' : 'people';
}
