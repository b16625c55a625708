import { commonWords } from '../../text/common-words.ts';
import { isNegated, type Talk } from './evidence.ts';
import type { LexiconHit } from './lexicon.ts';
import type { Unit } from './units.ts';

/** Words that insult one person. Offsets are UTF-16 in the original. */
export interface Insult {
  readonly start: number;
  readonly end: number;
  readonly wordsStart: number;
  readonly wordsEnd: number;
  /** As a message names the person: "you", "her", "the named person". */
  readonly person: string;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const copulas = set("is are was 's you're she's he's looks look sounds sound smells be being");
const fillers = set(
  'a an the such so just really very lying nasty horrible miserable jealous spineless jumped-up sneaky absolute absolutely total complete utter utterly right proper proper bloody fucking f*cking effing fat old little stupid big massive massively sad pathetic lazy useless dumb thick most biggest always still actually literally clearly obviously like some kind of',
);
const second = set("you you're your u");
const third = set("she he she's he's");

const mostInsults = 20;

/** Insults that are said to or of one person: "you are a waste of space", "she's an idiot", "@x you clown". */
export function insultsIn(talk: Talk): Insult[] {
  const { units } = talk.sentence;
  const insults: Insult[] = [];
  for (const hit of talk.hits) {
    if (hit.kind !== 'insult' || units[hit.from]?.quoted || isNegated(units, hit.from)) continue;
    const target = targetOf(units, hit);
    if (target === null || talk.mentions.some(({ from, to }) => from <= target.at && target.at < to)) continue;
    const first = units[Math.min(target.at, hit.from)] as Unit;
    const last = units[hit.to - 1] as Unit;
    if (insults.at(-1)?.wordsEnd === last.end) continue;
    if (insults.length >= mostInsults) break;
    insults.push({
      start: first.start,
      end: last.end,
      wordsStart: (units[hit.from] as Unit).start,
      wordsEnd: last.end,
      person: target.person,
    });
  }
  return insults;
}

function targetOf(units: readonly Unit[], hit: LexiconHit): { at: number; person: string } | null {
  let at = hit.from - 1;
  let copula = false;
  let article = false;
  for (; at >= 0 && hit.from - at <= 8; at--) {
    const key = (units[at] as Unit).key;
    if (key === 'a' || key === 'an' || key === 'such' || key === 'the') article = true;
    if (copulas.has(key) && !second.has(key) && !third.has(key)) copula = true;
    else if (!fillers.has(key)) break;
  }
  const unit = units[at];
  if (unit === undefined) return null;
  if (second.has(unit.key)) {
    const direct = copula || unit.key === "you're" || unit.key === 'you' || article;
    const asked = [
      'if',
      'are',
      'when',
      'think',
      'makes',
      'make',
      'not',
      'keep',
      'keeps',
      'called',
      'call',
      'say',
      'feel',
    ].includes(units[at - 1]?.key ?? '');
    return direct && !asked ? { at, person: 'you' } : null;
  }
  if (unit.key === '@user') return { at, person: 'the named account' };
  if (third.has(unit.key) && (copula || unit.key.endsWith("'s")))
    return { at, person: unit.key.startsWith('s') ? 'her' : 'him' };
  if (!copula) return null;
  return isName(unit) ? { at, person: 'the named person' } : byPlaceOrPost(units, at, article);
}

const joins = set('the in from on at our my of');
const owners = set('my our this that');
const posts = set(
  'manager boss matron consultant supervisor director lead nurse sister doctor gp midwife porter receptionist secretary colleague neighbour teacher mentor trainer apprentice registrar hca chair chief ceo coworker teammate landlord landlady',
);
/** Words between a name and the verb in "Dave the porter is", "Karen in the post room is". */
const longestJoin = 4;

/** Whom the words before "is" tell of when none of them alone is a name: a name with a post or a place, or "my manager". */
function byPlaceOrPost(units: readonly Unit[], last: number, article: boolean): { at: number; person: string } | null {
  for (let at = last - 1; at >= 0 && last - at <= longestJoin; at--) {
    const unit = units[at] as Unit;
    if (owners.has(unit.key) && article && posts.has(units[last]?.key ?? '')) return { at, person: 'them' };
    if (joins.has(units[at + 1]?.key ?? '') && isName(unit)) return { at, person: 'the named person' };
  }
  return null;
}

const isName = ({ capital, key }: Unit): boolean =>
  capital && key.length > 1 && !key.includes("'") && !commonWords.has(key);
