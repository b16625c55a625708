import type { Mention } from './mentions.ts';
import type { Unit } from './units.ts';

export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));
export const keyAt = (units: readonly Unit[], at: number): string => units[at]?.key ?? '';

/** Forms of "to be" and their like, between who is spoken of and what is said. */
export const copulas = wordSet(
  "is are was were be been being am they're isn't aren't wasn't weren't seem seems look looks become became",
);
/** What makes a wish or an order of a verb. */
export const modals = wordSet(
  "should must need needs deserve deserves ought gotta better can could shouldn't mustn't hope wish want let let's lets would will gonna",
);
const subjects = wordSet(
  "i i'm he she we you it there this that my our his her your the some someone who people everyone they've it's he's she's we're you're",
);
const prepositions = wordSet('in at on of from to near with by for around over into');
const reporters = wordSet(
  "he she they who people someone everyone him her racists bigots trump government he's she's they're hitler nazis some others parents men boys lad guy man woman idiot those",
);

/** "<group> and my boss is an idiot": another subject comes before the verb. */
export function isAnotherSubject(units: readonly Unit[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const key = keyAt(units, at);
    if (copulas.has(key) || modals.has(key)) return false;
    if (
      subjects.has(key) &&
      key !== 'who' &&
      !(key === 'that' && at === from) &&
      !prepositions.has(keyAt(units, at - 1)) &&
      at > from - 1
    )
      return !(at === from && key === 'the');
  }
  return false;
}

const about = wordSet(
  'about against towards toward at calling call calls called for to by with near how on for saying',
);
const inner = wordSet('these those the our some all my so many');
const quantifiers = wordSet(
  'all lot lots most many half some none one majority bunch load loads group number any each kind sort types full',
);

/** "jokes about <group> are …", "the abuse of <group> is …": something else is spoken of. */
export function isUnderPreposition(units: readonly Unit[], mention: Mention): boolean {
  let at = mention.from - 1;
  while (inner.has(keyAt(units, at))) at--;
  const key = keyAt(units, at);
  if (key === 'of') return !quantifiers.has(keyAt(units, at - 1));
  return about.has(key);
}

/** "people who hate …", "he hates …", "they attacked …": somebody else does it. */
export function hasOtherSubject(units: readonly Unit[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 4); back--) {
    const key = keyAt(units, back);
    if (key === 'i' || key === 'we' || key === "i'm" || key === "i'd") return false;
    if (modals.has(key)) return false;
    if (reporters.has(key)) return true;
  }
  return false;
}
