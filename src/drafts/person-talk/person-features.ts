import { commonWords } from '../../text/common-words.ts';
import { FeatureSet, hashOf } from '../../text/feature-set.ts';
import { mix } from '../../text/linear-model.ts';
import { stem } from '../../text/stem.ts';
import { isNegated, type Talk } from '../group-talk/evidence.ts';
import type { LexiconHit } from '../group-talk/lexicon.ts';
import type { Unit } from '../group-talk/units.ts';

const third = new Set("he she him her his hers he's she's himself herself he'll she'll".split(' '));
const second = new Set("you your you're you'll you've yourself yours u ur you'd".split(' '));
const self = new Set("i i'm me my i've mine myself i'd i'll".split(' '));
const roles = new Set(
  'manager boss colleague colleagues supervisor director receptionist temp apprentice trainee student matron registrar deputy intern starter recruit consultant lad lass girl bloke lady guy'.split(
    ' ',
  ),
);
const said = new Set([
  'hatred',
  'disgust',
  'dehumanising',
  'derogation',
  'crime',
  'violence',
  'exclusion',
  'inferiority',
  'incapable',
  'ridicule',
  'approval',
  'fellowship',
  'condemnation',
  'blunt',
  'sharp',
  'lived-in',
  'insult',
]);

/**
 * What a linear model may know of a sentence and the one after it: who is spoken to or of, what kind of thing is said,
 * and the words themselves with every name as one sign. `marks` are phrase rows met in the draft.
 */
export function personFeatures(talks: readonly Talk[], marks: readonly string[]): Int32Array {
  const features = new FeatureSet();
  for (const mark of marks) features.addParts(hashOf('mark'), hashOf(mark));
  let others = false;
  talks.forEach((talk, index) => {
    const { units, question } = talk.sentence;
    const persons = personsOf(talk);
    for (const person of persons)
      if (person !== null) {
        features.addParts(hashOf('about'), hashOf(person));
        if (person === '<name>' || person === '<she>' || person === '<handle>') others = true;
      }
    addWords(maskedKeys(units, persons, question), features);
    for (const hit of talk.hits) if (said.has(hit.kind)) addHit(units, persons, hit, index, features);
  });
  if (!others) features.add(hashOf('about nobody else'));
  return features.toArray();
}

/** Who each unit of a sentence stands for; a group's name is nobody's. */
export function personsOf({ sentence: { units }, mentions }: Talk): (string | null)[] {
  const persons = units.map((unit, at) => personOf(unit, at === 0));
  for (const mention of mentions)
    for (let at = mention.from; at < mention.to; at++) if (persons[at] === '<name>') persons[at] = null;
  return persons;
}

const stems = new Map<string, string>();

function stemOf(key: string): string {
  const known = stems.get(key);
  if (known !== undefined) return known;
  if (stems.size > 20_000) stems.clear();
  const value = stem(key);
  stems.set(key, value);
  return value;
}

/** The capital that opens a sentence makes no name of a plural or an -ism. */
const noName = /(s|ism|ing|ed|ly|ion|ment|ness)$/;

/** Who a unit stands for; null for any other word. */
function personOf(unit: Unit, opens = false): string | null {
  if (unit.key === '@user') return '<handle>';
  if (third.has(unit.key)) return '<she>';
  if (second.has(unit.key)) return '<you>';
  if (self.has(unit.key)) return '<self>';
  if (roles.has(unit.key)) return '<role>';
  if (!unit.capital || unit.key.length < 2) return null;
  const bare = unit.key.endsWith("'s") ? unit.key.slice(0, -2) : unit.key;
  if (opens && bare === unit.key && noName.test(bare)) return null;
  return bare.length > 1 && !bare.includes("'") && !commonWords.has(bare) ? '<name>' : null;
}

const signs = new Set(['<name>', '<handle>', '<she>']);

/** The sentence as hashes; `isSign` tells the places of names and pronouns. */
function maskedKeys(units: readonly Unit[], persons: readonly (string | null)[], question: boolean) {
  const keys = [hashOf('^')];
  const isSign = [false];
  let last: string | null = null;
  units.forEach((unit, at) => {
    const person = persons[at] ?? null;
    const sign = person !== null && signs.has(person);
    if (person === '<name>' && last === '<name>') return;
    last = person;
    keys.push(
      sign ? hashOf(person) : unit.quoted ? mix(hashOf('"'), hashOf(stemOf(unit.key))) : hashOf(stemOf(unit.key)),
    );
    isSign.push(sign);
  });
  keys.push(hashOf(question ? '?' : '$'));
  isSign.push(false);
  return { keys, isSign };
}

function addWords(
  { keys, isSign }: { keys: readonly number[]; isSign: readonly boolean[] },
  features: FeatureSet,
): void {
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number;
    const before = keys[at - 1];
    const second = keys[at - 2];
    features.addParts(hashOf('w'), key);
    if (before !== undefined) features.addParts(hashOf('b'), before, key);
    if (before !== undefined && second !== undefined) {
      features.addParts(hashOf('t'), second, before, key);
      features.addParts(hashOf('s'), second, key);
    }
    if (!isSign[at]) continue;
    for (let on = at + 1; on <= at + 4 && on < keys.length; on++)
      features.addParts(hashOf('after'), keys[on] as number);
    for (let back = at - 1; back >= at - 4 && back >= 0; back--)
      features.addParts(hashOf('before'), keys[back] as number);
  }
}

function addHit(
  units: readonly Unit[],
  persons: readonly (string | null)[],
  hit: LexiconHit,
  index: number,
  features: FeatureSet,
): void {
  const not = hashOf(isNegated(units, hit.from) ? 'not' : 'so');
  const kind = hashOf(hit.kind);
  features.addParts(hashOf(units[hit.from]?.quoted ? 'has quoted' : 'has'), kind, not, index);
  const { who, side } = nearest(persons, hit);
  features.addParts(hashOf(side), kind, not, hashOf(who));
}

/** The person nearest to the words, before them if there is one. */
function nearest(persons: readonly (string | null)[], hit: LexiconHit): { who: string; side: string } {
  for (let back = hit.from - 1; back >= Math.max(0, hit.from - 6); back--) {
    const who = persons[back] ?? null;
    if (who !== null) return { who, side: back === hit.from - 1 ? 'said beside' : 'said after' };
  }
  for (let on = hit.to; on < Math.min(persons.length, hit.to + 4); on++) {
    const who = persons[on] ?? null;
    if (who !== null) return { who, side: 'said before' };
  }
  return { who: 'nobody', side: 'said' };
}
