import { hashOf } from '../../text/feature-set.ts';
import { hash, mix } from '../../text/linear-model.ts';
import type { Meanings } from '../meanings.ts';
import type { Sign } from './signs.ts';

const salt = {
  word: 61,
  pair: 62,
  triple: 63,
  skip: 64,
  letters: 65,
  class: 66,
  classPair: 67,
  meaning: 68,
  meaningPair: 69,
  meaningSkip: 70,
} as const;

/** The words from token `from` up to `to`: with their neighbours, their letters, their classes and their meanings. */
export function addWords(
  signs: readonly Sign[],
  from: number,
  to: number,
  meanings: Meanings,
  features: Set<number>,
): void {
  let [before, beforeThat] = [nothing, nothing];
  for (let at = from; at < to; at++) {
    const here = signs[at] as Sign;
    const seen: Seen = { ...here, meanings: here.word === null ? none : meanings.of(here.word) };
    addWord(seen, before, beforeThat, features);
    beforeThat = before;
    before = seen;
  }
}

interface Seen extends Sign {
  readonly meanings: readonly number[];
}

const none: readonly number[] = [];
const nothing: Seen = { key: hashOf('^'), word: null, classes: none, meanings: none };

function addWord(here: Seen, before: Seen, beforeThat: Seen, features: Set<number>): void {
  features.add(mix(salt.word, here.key));
  features.add(mix(salt.pair, mix(before.key, here.key)));
  features.add(mix(salt.triple, mix(beforeThat.key, mix(before.key, here.key))));
  features.add(mix(salt.skip, mix(beforeThat.key, here.key)));
  if (here.word !== null) for (const run of lettersOf(here.word)) features.add(run);
  for (const one of here.classes) {
    features.add(mix(salt.class, one));
    for (const previous of before.classes) features.add(mix(salt.classPair, mix(previous, one)));
  }
  for (const one of here.meanings) {
    features.add(mix(salt.meaning, one));
    for (const previous of before.meanings) features.add(mix(salt.meaningPair, mix(previous, one)));
    for (const previous of beforeThat.meanings) features.add(mix(salt.meaningSkip, mix(previous, one)));
  }
}

const remembered = new Map<string, readonly number[]>();
const mostRemembered = 20_000;

/** Runs of three to five letters, with the word's ends marked: endings and roots of words never seen whole. */
function lettersOf(word: string): readonly number[] {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const edged = `<${word.slice(0, 40)}>`;
  const runs: number[] = [];
  for (let length = 3; length <= 5; length++)
    for (let at = 0; at + length <= edged.length; at++)
      runs.push(mix(salt.letters, hash(edged.slice(at, at + length))));
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(word, runs);
  return runs;
}
