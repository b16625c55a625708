import type { Unit } from './units.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const telling = set(
  'say says said saying tell tells told telling think thinks thought thinking claim claims claimed claiming believe believes believed tweet tweeted tweets post posted posts write wrote writes written shout shouted shouts shouting yell yelled call called calls calling argue argued argues insist insisted insists reckon reckons reckoned mutter muttered joke joked jokes joking announce announced suggest suggested suggests imply implied implies assume assumed read hear heard hearing declare declared scream screamed spray sprayed chant chanted used text texted comment commented',
);
const endorsers = set(
  "everyone everybody we i i'd i'll always all science statistics figures evidence experts studies facts fact truth honestly",
);
const denials = set(
  "not don't doesn't didn't never nobody no cannot can't won't wouldn't none isn't wasn't ain't shouldn't stop",
);
const farthest = 9;

/**
 * Whether the words at `at` are somebody else's, or ones the writer denies: "he said …", "nobody thinks …", "don't let them
 * tell you …". "I say", "everyone knows" and "we all think" are the writer's own.
 */
export function isAttributed(units: readonly Unit[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - farthest); back--) {
    if (!telling.has(units[back]?.key ?? '')) continue;
    if (units.slice(Math.max(0, back - 4), back).some((unit) => denials.has(unit.key))) return true;
    const before = units.slice(Math.max(0, back - 3), back);
    return before.length > 0 && !before.some((unit) => endorsers.has(unit.key));
  }
  return false;
}
