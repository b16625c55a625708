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
  'a an the such so just really very absolute absolutely total complete utter utterly right proper proper bloody fucking f*cking effing fat old little stupid big massive massively sad pathetic lazy useless dumb thick most biggest always still actually literally clearly obviously like some kind of',
);
const second = set("you you're your u");
const third = set("she he she's he's");
const kinds = new Set(['derogation', 'dehumanising', 'disgust', 'blunt']);
const mild = set(
  'mad bad wrong crazy weird odd silly daft late loud slow easy loose dense sick weak broken joke mental special lame queen fairy thing it creature star dog cow tart fruit puff sheep ghost cat problem burden nightmare emotional confused naive fun boring annoying tight poor rough tough property object poison snow fire damaged suspicious bitter jealous cheap dead fragile sod bugger bossy moody horrible awful terrible shocking dreadful ridiculous embarrassing dangerous aggressive violent cruel rude difficult noisy unfit bloody fucking rubbish crap shit ace fake dim childish needy fat ugly toxic threatening scary angry illegal criminal fool backwards backward idle mouthy greedy selfish special bleeding damn waste relic fossil disease cancer infection virus plague sod bug pest alien toy robot monster angel devil banana nuts animal beast worm snake rat pig monkey passenger problem stain patient smelly stinky foul rank vile',
);

/** Insults that are said to or of one person: "you are a waste of space", "she's an idiot", "@x you clown". */
export function insultsIn(talk: Talk): Insult[] {
  const { units } = talk.sentence;
  const insults: Insult[] = [];
  for (const hit of talk.hits) {
    if (!kinds.has(hit.kind) || units[hit.from]?.quoted || isNegated(units, hit.from)) continue;
    const target = targetOf(units, hit);
    if (target === null) continue;
    const first = units[Math.min(target.at, hit.from)] as Unit;
    const last = units[hit.to - 1] as Unit;
    if (insults.some((one) => one.wordsEnd === last.end)) continue;
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
  const strong = hit.to - hit.from > 1 || !mild.has(units[hit.from]?.key ?? '');
  if (second.has(unit.key)) {
    const says = copula || unit.key === "you're" || unit.key === 'your' ? strong || article : strong;
    return says && units[at - 1]?.key !== 'if' && units[at - 1]?.key !== 'are' ? { at, person: 'you' } : null;
  }
  if (!strong) return null;
  if (unit.key === '@user') return { at, person: 'the named account' };
  if (third.has(unit.key) && (copula || unit.key.endsWith("'s")))
    return { at, person: unit.key.startsWith('s') ? 'her' : 'him' };
  const named = unit.capital && at > 0 ? unit.capital : unit.capital && copula && /^[a-z]+$/.test(unit.key);
  return named && copula && !notNames.has(unit.key) ? { at, person: 'the named person' } : null;
}

const notNames = set(
  "this that it there what which who these those they life work today mondays monday friday everything everyone everybody nobody nothing weather football brexit england labour tories netflix twitter facebook i i'm we people men women here and but why how where all government parliament covid christmas january london traffic parking school politics god my his her our your their the",
);
