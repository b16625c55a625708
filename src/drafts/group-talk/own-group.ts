import type { Mention } from './mentions.ts';
import type { Unit } from './units.ts';

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
    if (key === 'proud' && !units.some((unit) => unit.key === 'you' || unit.key === 'of')) return true;
  }
  return false;
}

const ownVerbs = new Set(
  "to be am was being a an the proud happy i'm as and very so just also fellow we're are called call be identify identifying love born raised both half part".split(
    ' ',
  ),
);
const hasVerbBetween = (units: readonly Unit[], from: number, to: number): boolean => {
  for (let at = from + 1; at < to; at++) if (!ownVerbs.has((units[at] as Unit).key)) return true;
  return false;
};
