import type { LexiconHit } from './lexicon.ts';
import { hostileTalk, talkKinds } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import type { Unit, UnitSentence } from './units.ts';

/** One sentence with what was found in it. */
export interface Talk {
  readonly sentence: UnitSentence;
  readonly mentions: readonly Mention[];
  readonly hits: readonly LexiconHit[];
}

/** What is said of a group and how it stands to the group. */
export interface Relation {
  readonly mention: Mention;
  readonly hit: LexiconHit;
  readonly side: 'before' | 'after';
  /** Units between the two. */
  readonly distance: number;
  /** A form of "to be" stands between: "they are …". */
  readonly copula: boolean;
  readonly negated: boolean;
  readonly sameClause: boolean;
}

const negators = new Set(
  "not n't never no nor none nobody nothing neither without cannot can't don't doesn't didn't won't wouldn't isn't aren't wasn't weren't ain't shouldn't couldn't hardly stop".split(
    ' ',
  ),
);
const copulas = new Set(
  "is are was were be been being am i'm they're we're you're he's she's it's that's isn't aren't wasn't weren't seem look looks as like".split(
    ' ',
  ),
);
const talk = new Set<string>([...talkKinds, 'blunt', 'lived-in', 'distancing', 'unprotected']);

/** Pairs each group with each thing said near it in the sentence. At most 12 units apart, so linear. */
export function relationsOf({ sentence, mentions, hits }: Talk): Relation[] {
  const relations: Relation[] = [];
  const said = hits.filter((hit) => talk.has(hit.kind));
  let first = 0;
  for (const mention of mentions) {
    while (first < said.length && (said[first] as LexiconHit).to < mention.from - 14) first++;
    for (let at = first; at < said.length; at++) {
      const hit = said[at] as LexiconHit;
      if (hit.from > mention.to + 12) break;
      if (hit.from < mention.to && hit.to > mention.from && mention.kind !== 'people') continue;
      relations.push(relate(sentence.units, mention, hit));
    }
  }
  return relations;
}

function relate(units: readonly Unit[], mention: Mention, hit: LexiconHit): Relation {
  const side = hit.from < mention.from ? 'before' : 'after';
  const from = side === 'before' ? hit.to : mention.to;
  const to = side === 'before' ? mention.from : hit.from;
  let copula = false;
  for (let at = from; at < to; at++) if (copulas.has((units[at] as Unit).key)) copula = true;
  return {
    mention,
    hit,
    side,
    distance: Math.max(0, to - from),
    copula,
    negated: isNegated(units, hit.from),
    sameClause: units[mention.from]?.clause === units[hit.from]?.clause,
  };
}

/** A negator within the four units before, in the same clause. */
export function isNegated(units: readonly Unit[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 4); back--) {
    const unit = units[back] as Unit;
    if (unit.clause !== units[at]?.clause) return false;
    if (negators.has(unit.key)) return true;
  }
  return false;
}

/** Of all kinds of talk, those that run people down. */
export const hostileKinds: ReadonlySet<string> = new Set(hostileTalk);
