import type { Characteristic, LexiconHit } from './lexicon.ts';
import { isBeforeNoun, isInsultNoun, isVerb, notInsults } from './noun-side.ts';
import type { Unit, UnitSentence } from './units.ts';

/**
 * How a sentence names a group: `people` as a group, `one` of its members, its `quality` said of somebody ("she is gay"),
 * a `thing` called after it ("gay bar"), its
 * `belief`, a `sign` of it, its `emoji`, a `slur`, or a pronoun that points back (`they`).
 */
export type MentionKind = 'people' | 'one' | 'quality' | 'thing' | 'belief' | 'sign' | 'emoji' | 'slur' | 'they';

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
  if (!hits.some((hit) => hit.characteristic !== null) && !units.some((unit) => unit.group !== null)) return [];
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
  const insults = new Set(
    hits
      .filter(
        (hit) =>
          (hit.kind === 'derogation' || hit.kind === 'dehumanising' || hit.kind === 'blunt') &&
          !notInsults.test((units[hit.from] as Unit).key),
      )
      .map((hit) => hit.from),
  );
  for (const hit of byLength('adjective')) {
    const person = personAfter(units, hit.to, persons, adjectiveEnds);
    if (person < 0 && insults.has(hit.to) && isInsultNoun(units, hit.to))
      claim('one', hit.characteristic as Characteristic, hit.from, hit.to);
    if (person >= 0) claim('people', hit.characteristic as Characteristic, hit.from, person + 1);
  }
  for (const hit of byLength('noun'))
    claim(
      adjectiveEnds.get(hit.from) === hit.to && isOfAThing(units, hit) ? 'thing' : nounKind(units, hit),
      hit.characteristic as Characteristic,
      hit.from,
      hit.to,
    );
  const namedAt = new Map(
    hits.flatMap((hit) =>
      hit.characteristic !== null && (hit.kind === 'adjective' || hit.kind === 'noun')
        ? [[hit.from, hit.characteristic] as const]
        : [],
    ),
  );
  for (const hit of hits) {
    if (hit.kind !== 'the-adjective' || units[hit.from - 1]?.key !== 'the') continue;
    const after = units[hit.to];
    if (
      after === undefined ||
      afterTheGroup.has(after.key) ||
      isVerb(after) ||
      after.clause !== units[hit.from]?.clause
    ) {
      const characteristic = namedAt.get(hit.from);
      if (characteristic) claim('people', characteristic, hit.from, hit.to);
    }
  }
  for (const hit of byLength('belief')) {
    const people = units[hit.from - 1]?.key === 'from' && persons.has(hit.from - 2);
    claim(people ? 'people' : 'belief', hit.characteristic as Characteristic, people ? hit.from - 2 : hit.from, hit.to);
  }
  for (const hit of byLength('adjective')) {
    const kind = isBeforeNoun(units, hit) ? 'thing' : 'quality';
    claim(kind, hit.characteristic as Characteristic, hit.from, hit.to);
  }
  return withPronouns(
    units,
    found.sort((a, b) => a.from - b.from),
  );
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

const copulas = new Set('is was are were looks tastes'.split(' '));

/** "the Chinese takeaway was": between the group word and the verb stands what it describes. */
function isOfAThing(units: readonly Unit[], hit: LexiconHit): boolean {
  const thing = units[hit.to];
  return (
    determiners.has(units[hit.from - 1]?.key ?? '') &&
    isBeforeNoun(units, hit) &&
    !isVerb(thing) &&
    copulas.has(units[hit.to + 1]?.key ?? '')
  );
}

const theirs = new Set("they they're they'll they've them".split(' '));
const peoplish = new Set(['people', 'one', 'emoji', 'slur', 'they']);

/** After a group is named, "they" and "them" are that group until another is named. */
function withPronouns(units: readonly Unit[], mentions: readonly Mention[]): Mention[] {
  const all: Mention[] = [];
  let next = 0;
  let last: Mention | undefined;
  for (let at = 0; at < units.length; at++) {
    const mention = mentions[next];
    if (mention !== undefined && mention.from === at) {
      all.push(mention);
      if (peoplish.has(mention.kind)) last = mention;
      next++;
      at = mention.to - 1;
    } else if (last !== undefined && theirs.has((units[at] as Unit).key)) {
      all.push({ kind: 'they', characteristic: last.characteristic, from: at, to: at + 1 });
    }
  }
  return all;
}

/** In a sentence that names no group but follows one that does: its pronouns, or the sentence as a whole when it has no subject. */
export function pointingBack({ units }: UnitSentence, characteristic: Characteristic): Mention[] {
  const pronouns = units.flatMap((unit, at) =>
    theirs.has(unit.key) ? [{ kind: 'they' as const, characteristic, from: at, to: at + 1 }] : [],
  );
  if (pronouns.length > 0 || units.length > 7 || units.some((unit) => subjects.has(unit.key))) return pronouns;
  return [{ kind: 'they', characteristic, from: 0, to: 0 }];
}

const subjects = new Set(
  "i i'm i've he she we you it it's he's she's we're you're my our this that there i'll we'll nobody everyone".split(
    ' ',
  ),
);
