import type { FeatureSet } from '../../text/feature-set.ts';
import { hash, mix } from '../../text/linear-model.ts';
import { PerWord } from '../../text/word.ts';
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

const none: readonly number[] = [];
const start = hash('^');

/** The words from token `from` up to `to`: with their neighbours, their letters, their classes and their meanings. */
export function addWords(
  signs: readonly Sign[],
  from: number,
  to: number,
  meanings: Meanings,
  features: FeatureSet,
): void {
  let [key, keyBefore] = [start, start];
  let classes = none;
  let [meant, meantBefore] = [none, none];
  for (let at = from; at < to; at++) {
    const here = signs[at] as Sign;
    features.add(mix(salt.word, here.key));
    features.add(mix(salt.pair, mix(key, here.key)));
    features.add(mix(salt.triple, mix(keyBefore, mix(key, here.key))));
    features.add(mix(salt.skip, mix(keyBefore, here.key)));
    if (here.word !== null) features.addAll(letters.of(here.word));
    addEach(salt.class, here.classes, features);
    addPairs(salt.classPair, classes, here.classes, features);
    const meaning = here.word === null ? none : meanings.of(here.word);
    addEach(salt.meaning, meaning, features);
    addPairs(salt.meaningPair, meant, meaning, features);
    addPairs(salt.meaningSkip, meantBefore, meaning, features);
    [key, keyBefore] = [here.key, key];
    classes = here.classes;
    [meant, meantBefore] = [meaning, meant];
  }
}

function addEach(name: number, all: readonly number[], features: FeatureSet): void {
  for (let at = 0; at < all.length; at++) features.add(mix(name, all[at] as number));
}

function addPairs(name: number, before: readonly number[], here: readonly number[], features: FeatureSet): void {
  for (let at = 0; at < here.length; at++)
    for (let near = 0; near < before.length; near++)
      features.add(mix(name, mix(before[near] as number, here[at] as number)));
}

/** Runs of three to five letters, with the word's ends marked: endings and roots of words never seen whole. */
const letters = new PerWord(({ key }) => {
  const edged = `<${key.slice(0, 40)}>`;
  const runs: number[] = [];
  for (let length = 3; length <= 5; length++)
    for (let at = 0; at + length <= edged.length; at++)
      runs.push(mix(salt.letters, hash(edged.slice(at, at + length))));
  return Int32Array.from(runs);
});
