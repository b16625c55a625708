import { commonWords } from '../../text/common-words.ts';
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
export function personFeatures(talks: readonly Talk[], marks: readonly string[]): string[] {
  const features = new Set(marks.map((mark) => `mark ${mark}`));
  talks.forEach((talk, index) => {
    const keys = maskedKeys(talk.sentence.units, talk.sentence.question);
    addWords(keys, features);
    for (const hit of talk.hits) if (said.has(hit.kind)) addHit(talk, hit, index, features);
  });
  const all = talks.flatMap((talk) => talk.sentence.units.map((unit) => personOf(unit) ?? ''));
  for (const person of new Set(all)) if (person !== '') features.add(`about ${person}`);
  if (!all.includes('<name>') && !all.includes('<she>') && !all.includes('<handle>')) features.add('about nobody else');
  return [...features];
}

/** Who a unit stands for; null for any other word. */
export function personOf(unit: Unit): string | null {
  if (unit.key === '@user') return '<handle>';
  if (third.has(unit.key)) return '<she>';
  if (second.has(unit.key)) return '<you>';
  if (self.has(unit.key)) return '<self>';
  if (roles.has(unit.key)) return '<role>';
  const bare = unit.key.replace(/'s$/, '');
  return unit.capital && bare.length > 1 && !bare.includes("'") && !commonWords.has(bare) ? '<name>' : null;
}

function maskedKeys(units: readonly Unit[], question: boolean): string[] {
  const keys = ['^'];
  for (const unit of units) {
    const person = personOf(unit);
    if (person === '<name>' && keys.at(-1) === '<name>') continue;
    keys.push(
      person === '<name>' || person === '<handle>' || person === '<she>'
        ? person
        : unit.quoted
          ? `"${stem(unit.key)}`
          : stem(unit.key),
    );
  }
  keys.push(question ? '?' : '$');
  return keys;
}

function addWords(keys: readonly string[], features: Set<string>): void {
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as string;
    features.add(`w ${key}`);
    if (at > 0) features.add(`b ${keys[at - 1]} ${key}`);
    if (at > 1) features.add(`t ${keys[at - 2]} ${keys[at - 1]} ${key}`);
    if (at > 1) features.add(`s ${keys[at - 2]} ${key}`);
    if (!key.startsWith('<')) continue;
    for (let on = 1; on <= 4 && keys[at + on]; on++) features.add(`after ${keys[at + on]}`);
    for (let back = 1; back <= 4 && keys[at - back]; back++) features.add(`before ${keys[at - back]}`);
  }
}

function addHit({ sentence: { units } }: Talk, hit: LexiconHit, index: number, features: Set<string>): void {
  const not = isNegated(units, hit.from) ? 'not' : '';
  const quoted = units[hit.from]?.quoted ? 'quoted' : 'own';
  features.add(`has ${hit.kind} ${not} ${quoted} ${index}`);
  const person = nearest(units, hit);
  features.add(`said ${hit.kind} ${not} of ${person.who} ${person.side}`);
}

/** The person nearest to the words, before them if there is one. */
function nearest(units: readonly Unit[], hit: LexiconHit): { who: string; side: string } {
  for (let back = hit.from - 1; back >= Math.max(0, hit.from - 6); back--) {
    const who = personOf(units[back] as Unit);
    if (who !== null) return { who, side: back === hit.from - 1 ? 'beside' : 'before' };
  }
  for (let on = hit.to; on < Math.min(units.length, hit.to + 4); on++) {
    const who = personOf(units[on] as Unit);
    if (who !== null) return { who, side: 'after' };
  }
  return { who: 'nobody', side: '' };
}
