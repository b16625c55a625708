import { relationsOf, type Talk } from './evidence.ts';
import type { Mention } from './mentions.ts';
import type { Unit } from './units.ts';

const self = new Set("i i'm i've me my myself we we're us our mine".split(' '));
const addressed = new Set("you your you're yourself".split(' '));
const pronouns = new Set("they them their they're these those he she his her him it its".split(' '));

/**
 * What a linear model may know of a passage (a sentence about a group and its neighbours). Groups are masked, so every
 * group is the same to the model: swapping one for another never changes the score.
 */
export function featuresOf(passage: readonly Talk[]): string[] {
  const features = new Set<string>();
  for (const talk of passage) {
    addWords(talk, features);
    addRelations(talk, features);
    addManner(talk, features);
  }
  addCounts(passage, features);
  return [...features];
}

const maskOf = (mention: Mention): string => (mention.kind === 'slur' ? '<slur>' : '<g>');

/** The sentence's words with each mention as one sign. */
function masked({ sentence, mentions }: Talk): string[] {
  const keys: string[] = ['^'];
  let next = 0;
  for (let at = 0; at < sentence.units.length; at++) {
    const mention = mentions[next];
    if (mention !== undefined && at === mention.from) {
      keys.push(maskOf(mention));
      at = mention.to - 1;
      next++;
    } else keys.push((sentence.units[at] as Unit).key);
  }
  keys.push(sentence.question ? '?' : '$');
  return keys;
}

function addWords(talk: Talk, features: Set<string>): void {
  const keys = masked(talk);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as string;
    features.add(`w ${key}`);
    if (at > 0) features.add(`b ${keys[at - 1]} ${key}`);
    if (key !== '<g>' && key !== '<slur>') continue;
    features.add(`t ${keys[at - 1]} ${key} ${keys[at + 1]}`);
    features.add(`l ${keys[at - 2]} ${keys[at - 1]} ${key}`);
    features.add(`r ${key} ${keys[at + 1]} ${keys[at + 2]}`);
    for (let back = 1; back <= 4 && keys[at - back]; back++) features.add(`before ${keys[at - back]}`);
    for (let on = 1; on <= 5 && keys[at + on]; on++) features.add(`after ${keys[at + on]}`);
  }
}

function addRelations(talk: Talk, features: Set<string>): void {
  for (const { mention, hit, side, distance, copula, negated, sameClause } of relationsOf(talk)) {
    const quoted = talk.sentence.units[hit.from]?.quoted ? 'quoted' : 'own';
    const not = negated ? 'not' : '';
    const near = distance === 0 ? 'next' : distance <= 3 ? 'near' : 'far';
    features.add(`rel ${hit.kind} ${side} ${not} ${quoted}`);
    features.add(`rel ${hit.kind} ${side} ${not} ${near} ${sameClause ? 'same' : 'other'}`);
    features.add(`rel ${hit.kind} ${side} ${not} ${copula ? 'is' : ''} ${mention.kind}`);
  }
}

function addManner(talk: Talk, features: Set<string>): void {
  const { units } = talk.sentence;
  for (const mention of talk.mentions) {
    features.add(`kind ${mention.kind}`);
    if (units[mention.from]?.quoted) features.add('group quoted');
    if (mention.kind === 'slur' && isOwn(units, mention)) features.add('slur of self');
    if (isOwn(units, mention)) features.add(`self ${mention.kind}`);
  }
  if (units.some((unit) => self.has(unit.key))) features.add('first person');
  if (units.some((unit) => addressed.has(unit.key))) features.add('second person');
  if (units.some((unit) => pronouns.has(unit.key))) features.add('third person');
  for (const hit of talk.hits) if (talk.mentions.length === 0) features.add(`alone ${hit.kind}`);
}

/** "I am a …", "as a …", "my … identity": the writer or the writer's own people. */
export function isOwn(units: readonly Unit[], mention: Mention): boolean {
  for (let back = mention.from - 1; back >= Math.max(0, mention.from - 5); back--) {
    const key = (units[back] as Unit).key;
    if (
      key === 'i' ||
      key === "i'm" ||
      key === 'im' ||
      key === 'we' ||
      key === "we're" ||
      key === 'us' ||
      key === 'myself'
    )
      return !hasVerbBetween(units, back, mention.from);
    if (key === 'as' && back === mention.from - 2) return true;
  }
  return false;
}

const ownVerbs = new Set(
  "am was being a an the proud happy i'm as and very so just also fellow we're are called call be identify identifying love born raised both half part".split(
    ' ',
  ),
);
const hasVerbBetween = (units: readonly Unit[], from: number, to: number): boolean => {
  for (let at = from + 1; at < to; at++) if (!ownVerbs.has((units[at] as Unit).key)) return true;
  return false;
};

function addCounts(passage: readonly Talk[], features: Set<string>): void {
  const counts = new Map<string, number>();
  for (const { hits } of passage) for (const hit of hits) counts.set(hit.kind, (counts.get(hit.kind) ?? 0) + 1);
  for (const [kind, count] of counts) {
    features.add(`has ${kind}`);
    if (count > 1) features.add(`much ${kind}`);
  }
  if (!counts.has('approval')) features.add('no approval');
  if (passage.some(({ sentence }) => sentence.units.some((unit) => unit.quoted))) features.add('quotes');
}
