import { commonWords } from '../../text/common-words.ts';
import { FeatureSet, hashOf } from '../../text/feature-set.ts';
import { hash, mix } from '../../text/linear-model.ts';
import { stem } from '../../text/stem.ts';
import { PerWord } from '../../text/word.ts';
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

/** A sentence with who each of its units stands for. */
export interface PersonTalk {
  readonly talk: Talk;
  readonly persons: readonly Who[];
}

/** Anybody that a unit may stand for; null for any other word. */
export type Who = '<handle>' | '<she>' | '<you>' | '<self>' | '<role>' | '<name>' | null;

const names = {
  mark: hashOf('mark'),
  about: hashOf('about'),
  nobody: hashOf('about nobody else'),
  word: hashOf('w'),
  pair: hashOf('b'),
  triple: hashOf('t'),
  skip: hashOf('s'),
  before: hashOf('before'),
  after: hashOf('after'),
  begins: hashOf('^'),
  ends: hashOf('$'),
  asks: hashOf('?'),
  quote: hashOf('"'),
} as const;
const features = new FeatureSet();

/**
 * What a linear model may know of a sentence and the one after it: who is spoken to or of, what kind of thing is said,
 * and the words themselves with every name as one sign. `marks` are phrase rows met in the draft.
 */
export function personFeatures(sentences: readonly PersonTalk[], marks: readonly string[]): Int32Array {
  features.clear();
  for (const mark of marks) features.addParts(names.mark, hashOf(mark));
  let others = false;
  sentences.forEach(({ talk, persons }, index) => {
    const { units, question } = talk.sentence;
    for (const person of persons) {
      if (person === null) continue;
      features.addParts(names.about, hashOf(person));
      if (signs.has(person)) others = true;
    }
    addWords(units, persons, question);
    for (const hit of talk.hits) if (said.has(hit.kind)) addHit(units, persons, hit, index);
  });
  if (!others) features.add(names.nobody);
  return features.toArray();
}

/** Who each unit of a sentence stands for; a group's name is nobody's. */
export function personsOf({ sentence: { units }, mentions }: Talk): Who[] {
  const persons = units.map((unit, at) => personOf(unit, at === 0));
  for (const mention of mentions)
    for (let at = mention.from; at < mention.to; at++) if (persons[at] === '<name>') persons[at] = null;
  return persons;
}

/** The capital that opens a sentence makes no name of a plural or an -ism. */
const noName = /(s|ism|ing|ed|ly|ion|ment|ness)$/;

/** Who a word stands for however it is written, and with a capital, and with the capital that opens a sentence. */
const standsFor = new PerWord(({ key }) => {
  const whoever: Who =
    key === '@user'
      ? '<handle>'
      : third.has(key)
        ? '<she>'
        : second.has(key)
          ? '<you>'
          : self.has(key)
            ? '<self>'
            : roles.has(key)
              ? '<role>'
              : null;
  const bare = key.endsWith("'s") ? key.slice(0, -2) : key;
  const name: Who = bare.length > 1 && !bare.includes("'") && !commonWords.has(bare) ? '<name>' : null;
  return { whoever, name, opening: bare === key && noName.test(bare) ? null : name };
});

function personOf({ word, capital }: Unit, opens: boolean): Who {
  const { whoever, name, opening } = standsFor.of(word);
  if (whoever !== null || !capital) return whoever;
  return opens ? opening : name;
}

const signs: ReadonlySet<Who> = new Set<Who>(['<name>', '<handle>', '<she>']);
const stems = new PerWord(({ key }) => hash(stem(key)));

/** The sentence as hashes, names and pronouns as signs of which the neighbours count too. */
function addWords(units: readonly Unit[], persons: readonly Who[], question: boolean): void {
  const keys = [names.begins];
  const places: number[] = [];
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as Unit;
    const person = persons[at] ?? null;
    if (person === '<name>' && at > 0 && persons[at - 1] === '<name>') continue;
    const sign = person !== null && signs.has(person);
    if (sign) places.push(keys.length);
    const own = sign ? hashOf(person) : stems.of(unit.word);
    keys.push(unit.quoted && !sign ? mix(names.quote, own) : own);
  }
  keys.push(question ? names.asks : names.ends);
  addKeys(keys);
  for (const at of places) {
    for (let on = at + 1; on <= at + 4 && on < keys.length; on++) features.addParts(names.after, keys[on] as number);
    for (let back = at - 1; back >= at - 4 && back >= 0; back--) features.addParts(names.before, keys[back] as number);
  }
}

function addKeys(keys: readonly number[]): void {
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number;
    features.addParts(names.word, key);
    if (at > 0) features.addParts(names.pair, keys[at - 1] as number, key);
    if (at < 2) continue;
    features.addParts(names.triple, keys[at - 2] as number, keys[at - 1] as number, key);
    features.addParts(names.skip, keys[at - 2] as number, key);
  }
}

function addHit(units: readonly Unit[], persons: readonly Who[], hit: LexiconHit, index: number): void {
  const not = hashOf(isNegated(units, hit.from) ? 'not' : 'so');
  const kind = hashOf(hit.kind);
  features.addParts(hashOf(units[hit.from]?.quoted ? 'has quoted' : 'has'), kind, not, index);
  const { who, side } = nearest(persons, hit);
  features.addParts(hashOf(side), kind, not, hashOf(who));
}

/** The person nearest to the words, before them if there is one. */
function nearest(persons: readonly Who[], hit: LexiconHit): { who: string; side: string } {
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
