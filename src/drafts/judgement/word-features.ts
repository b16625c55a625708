import type { FeatureRuns } from '../../text/feature-runs.ts';
import { hash, mix } from '../../text/linear-model.ts';
import type { TokenKind } from '../../text/word.ts';
import { PerWord, type Word } from '../../text/word.ts';
import type { Meanings } from '../meanings.ts';

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

/** What a token is to the trained judge. */
export interface Sign {
  /** Hash of the word as read, or of what it stands for. */
  readonly key: number;
  /** Features of the word alone: itself, its letters, its meanings. */
  readonly own: readonly number[];
  readonly meanings: readonly number[];
  /** Its word classes count too. */
  readonly classed: boolean;
}

const none: readonly number[] = [];
const start = hash('^');

/** A sign that only stands for something, such as "<group>". */
export function standingFor(name: string): Sign {
  const key = hash(name);
  return { key, own: [mix(salt.word, key)], meanings: none, classed: false };
}

const stands: Readonly<Partial<Record<TokenKind, Sign>>> = {
  number: standingFor('<number>'),
  handle: standingFor('<handle>'),
  link: standingFor('<link>'),
};

const readers = new WeakMap<Meanings, PerWord<Sign>>();

/** Makes signs of words, by the meanings of a thesaurus. */
export function signReader(meanings: Meanings): PerWord<Sign> {
  const known = readers.get(meanings) ?? new PerWord((word) => stands[word.kind] ?? signOf(word, meanings));
  readers.set(meanings, known);
  return known;
}

function signOf(word: Word, thesaurus: Meanings): Sign {
  const key = word.hash;
  const own = new Set([mix(salt.word, key)]);
  const meanings = word.kind === 'word' ? thesaurus.of(word) : none;
  if (word.kind === 'word') for (const run of lettersOf(word.key)) own.add(run);
  for (const meaning of meanings) own.add(mix(salt.meaning, meaning));
  return { key, own: [...own], meanings, classed: true };
}

/** Runs of three to five letters, with the word's ends marked: endings and roots of words never seen whole. */
function lettersOf(key: string): number[] {
  const edged = `<${key.slice(0, 40)}>`;
  const runs: number[] = [];
  for (let length = 3; length <= 5; length++)
    for (let at = 0; at + length <= edged.length; at++)
      runs.push(mix(salt.letters, hash(edged.slice(at, at + length))));
  return runs;
}

/** What is known of the word read last and the one before it. */
export class WordFeatures {
  readonly #features: FeatureRuns;
  #key = start;
  #keyBefore = start;
  #classes = none;
  #meanings = none;
  #meaningsBefore = none;

  constructor(features: FeatureRuns) {
    this.#features = features;
  }

  /** Begins another sentence. */
  begin(): void {
    this.#key = start;
    this.#keyBefore = start;
    this.#classes = none;
    this.#meanings = none;
    this.#meaningsBefore = none;
  }

  /** The next word of the sentence: with its neighbours, its letters, its classes and its meanings. */
  add({ key, own, meanings }: Sign, classes: readonly number[]): void {
    const features = this.#features;
    const pair = mix(this.#key, key);
    features.addAll(own);
    features.add(mix(salt.pair, pair));
    features.add(mix(salt.triple, mix(this.#keyBefore, pair)));
    features.add(mix(salt.skip, mix(this.#keyBefore, key)));
    for (let at = 0; at < classes.length; at++) features.add(mix(salt.class, classes[at] as number));
    if (classes.length > 0) addPairs(salt.classPair, this.#classes, classes, features);
    if (meanings.length > 0) {
      addPairs(salt.meaningPair, this.#meanings, meanings, features);
      addPairs(salt.meaningSkip, this.#meaningsBefore, meanings, features);
    }
    this.#keyBefore = this.#key;
    this.#key = key;
    this.#classes = classes;
    this.#meaningsBefore = this.#meanings;
    this.#meanings = meanings;
  }
}

function addPairs(name: number, before: readonly number[], here: readonly number[], features: FeatureRuns): void {
  for (let at = 0; at < here.length; at++)
    for (let near = 0; near < before.length; near++)
      features.add(mix(name, mix(before[near] as number, here[at] as number)));
}
