import type { LexiconHit } from './lexicon.ts';
import type { Unit } from './units.ts';

const noNoun = new Set(
  'and or but so too is are was were be i you he she we they it that who when because as if not in on at to for from with by of about than then now today tonight again never always lol ffs tbh too also though either @user @link like just the a my your his her our what why how which while until since after before please haha lmao really very have has had do does did can could will would should may might must still only even'.split(
    ' ',
  ),
);

/** Endings of words that describe rather than name. */
export const notInsults = /(ing|ed|ly|y|ous|ful|ble|less)$/;
/** "you Jewish freak", "stupid Polish cow": an insult as the noun of the group word, at the end or before a pause. */
export function isInsultNoun(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1];
  return next === undefined || next.clause !== units[at]?.clause || noNoun.has(next.key);
}

const verbs = new Set(
  'give gives look looks disgust make makes stand sit stink talk lie cheat ruin ruins clog seem seems feel feels hold go goes stole took came went moved got gave said told asked walks walked saw sat made makes come go take get steal run runs ran need want think live lives work works drive drives know love like hate smell stink deserve belong breed rape control own look sound act behave act keep use pay cause bring spread commit invade complain moan lie cheat kill die suffer face experience wait use used help helps helped fixed beat won lost held'.split(
    ' ',
  ),
);
export const isVerb = (unit: Unit | undefined): boolean =>
  unit !== undefined && (verbs.has(unit.key) || unit.key.endsWith('ed') || unit.key.endsWith("n't"));

/** "gay bar", "Polish shop": the adjective goes with a thing that comes after it. */
export function isBeforeNoun(units: readonly Unit[], hit: LexiconHit): boolean {
  const next = units[hit.to];
  return (
    next !== undefined &&
    next.clause === units[hit.from]?.clause &&
    (next.emoji ? !/^[a-z@]/.test(next.key) : next.group === null && !noNoun.has(next.key))
  );
}
