import { stem } from '../../text/stem.ts';
import { PerWord } from '../../text/word.ts';
import { isAttributed } from './attributed.ts';
import { relationsOf, type Talk } from './evidence.ts';
import { condemnationOf } from './excuses.ts';
import { chargesIn } from './judge.ts';
import type { Mention } from './mentions.ts';
import { isOwn } from './own-group.ts';
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
    addCharges(talk, features);
  }
  addCounts(passage, features);
  return [...features];
}

const maskOf = ({ kind }: Mention): string =>
  kind === 'slur' ? '<slur>' : kind === 'thing' || kind === 'sign' ? '<thing>' : kind === 'they' ? '<they>' : '<g>';

/** The sentence's words with each mention as one sign. */
function masked({ sentence, mentions }: Talk): string[] {
  const keys: string[] = ['^'];
  let next = 0;
  for (let at = 0; at < sentence.units.length; at++) {
    const mention = mentions[next];
    if (mention !== undefined && at === mention.from && mention.to > at) {
      keys.push(quoteMark(sentence.units[at]) + maskOf(mention));
      at = mention.to - 1;
      next++;
    } else keys.push(quoteMark(sentence.units[at]) + stems.of((sentence.units[at] as Unit).word));
  }
  keys.push(sentence.question ? '?' : '$');
  return keys;
}

const stems = new PerWord(({ key }) => stem(key));
const quoteMark = (unit: Unit | undefined): string => (unit?.quoted ? '"' : '');

function addWords(talk: Talk, features: Set<string>): void {
  const keys = masked(talk);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as string;
    features.add(`w ${key}`);
    const denied = isDenied(keys, at);
    if (denied) features.add(`not ${key}`);
    if (at > 0) features.add(`b ${keys[at - 1]} ${key}`);
    if (!key.startsWith('<') && !key.startsWith('"<')) continue;
    features.add(`t ${keys[at - 1]} ${key} ${keys[at + 1]}`);
    features.add(`l ${keys[at - 2]} ${keys[at - 1]} ${key}`);
    features.add(`r ${key} ${keys[at + 1]} ${keys[at + 2]}`);
    for (let back = 1; back <= 4 && keys[at - back]; back++) features.add(`before ${keys[at - back]}`);
    for (let on = 1; on <= 6 && keys[at + on]; on++)
      features.add(`after ${isDenied(keys, at + on) ? 'not ' : ''}${keys[at + on]}`);
  }
}

const denials = new Set(
  "not n't never no nobody none cannot can't don't doesn't didn't won't isn't aren't wasn't weren't shouldn't wouldn't ain't without".split(
    ' ',
  ),
);

/** A word of denial stands up to three words before. */
function isDenied(keys: readonly string[], at: number): boolean {
  for (let back = 1; back <= 3; back++) if (denials.has(keys[at - back] ?? '')) return true;
  return false;
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

/** What the grammar alone holds against the sentence, in coarse steps. */
function addCharges(talk: Talk, features: Set<string>): void {
  let worst = 0;
  for (const { kind, hit, strength } of chargesIn(talk)) {
    const step = Math.round(strength * 4);
    features.add(`charge ${kind} ${hit?.kind ?? ''} ${step}`);
    features.add(`charge ${kind} ${step}`);
    worst = Math.max(worst, step);
  }
  features.add(`worst ${worst}`);
}

function addManner(talk: Talk, features: Set<string>): void {
  const { units } = talk.sentence;
  for (const mention of talk.mentions) {
    features.add(`kind ${mention.kind}`);
    if (isAttributed(units, mention.from)) features.add('attributed');
    if (units[mention.from]?.quoted) features.add('group quoted');
    if (mention.kind === 'slur' && isOwn(units, mention)) features.add('slur of self');
    if (isOwn(units, mention)) features.add(`self ${mention.kind}`);
  }
  if (units.some((unit) => self.has(unit.key))) features.add('first person');
  if (units.some((unit) => addressed.has(unit.key))) features.add('second person');
  if (units.some((unit) => pronouns.has(unit.key))) features.add('third person');
  for (const hit of talk.hits) if (talk.mentions.length === 0) features.add(`alone ${hit.kind}`);
}

function addCounts(passage: readonly Talk[], features: Set<string>): void {
  const counts = new Map<string, number>();
  for (const { hits } of passage) for (const hit of hits) counts.set(hit.kind, (counts.get(hit.kind) ?? 0) + 1);
  for (const [kind, count] of counts) {
    features.add(`has ${kind}`);
    if (count > 1) features.add(`much ${kind}`);
  }
  features.add(`condemned ${Math.round(condemnationOf(passage) * 4)}`);
  if (!counts.has('approval')) features.add('no approval');
  if (passage.some(({ sentence }) => sentence.units.some((unit) => unit.quoted))) features.add('quotes');
}
