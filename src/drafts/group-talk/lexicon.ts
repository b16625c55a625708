import type { Word } from '../../text/word.ts';
import { entryFinder, unmasker } from './find-entries.ts';
import { nounForms, verbForms } from './inflect.ts';

/** The nine protected characteristics of the Equality Act 2010 (sex and the others by their own ids). */
export const characteristics = [
  'race',
  'religion-or-belief',
  'sex',
  'sexual-orientation',
  'gender-reassignment',
  'disability',
  'age',
  'pregnancy-and-maternity',
  'marriage-and-civil-partnership',
] as const;
export type Characteristic = (typeof characteristics)[number];

/** Of all that can be said of people, what runs them down. */
export const hostileTalk = [
  'hatred',
  'disgust',
  'dehumanising',
  'derogation',
  'crime',
  'violence',
  'exclusion',
  'inferiority',
  'takeover',
  'burden',
  'incapable',
  'ridicule',
] as const;

/** What can be said of people; the words are data (`said-of-people.yaml`). */
export const talkKinds = [...hostileTalk, 'approval', 'fellowship', 'condemnation'] as const;
export type TalkKind = (typeof talkKinds)[number];

/** The words about people as the organisation keeps them. */
export interface PeopleWords {
  readonly groups: readonly {
    readonly characteristic: Characteristic;
    /** How a message names the group. */
    readonly group: string;
    readonly nouns: readonly string[];
    readonly adjectives: readonly string[];
    readonly beliefs: readonly string[];
    readonly signs: readonly string[];
    readonly emoji: readonly string[];
  }[];
  readonly slurs: Readonly<
    Partial<
      Record<
        Characteristic,
        { readonly sharp: readonly string[]; readonly blunt: readonly string[]; readonly 'lived-in': readonly string[] }
      >
    >
  >;
  readonly talk: Readonly<
    Record<
      TalkKind,
      {
        readonly means: string;
        readonly verbs: readonly string[];
        readonly nouns: readonly string[];
        readonly words: readonly string[];
        readonly phrases: readonly string[];
      }
    >
  >;
  readonly grammar: {
    readonly persons: readonly string[];
    readonly 'the-adjective': readonly string[];
    readonly distancing: readonly string[];
    readonly self: readonly string[];
    readonly unprotected: readonly string[];
    /** Words that insult when said to or of one person. */
    readonly insults: readonly string[];
  };
  readonly emoji: {
    readonly things: Readonly<Record<string, string>>;
    readonly skin: { readonly dark: readonly string[]; readonly light: readonly string[] };
  };
}

export type EntryKind =
  | TalkKind
  | 'noun'
  | 'adjective'
  | 'belief'
  | 'sign'
  | 'sharp'
  | 'blunt'
  | 'lived-in'
  | 'person'
  | 'the-adjective'
  | 'distancing'
  | 'unprotected'
  | 'insult';

export interface Entry {
  readonly kind: EntryKind;
  readonly characteristic: Characteristic | null;
}

/** A word's place in the phrases that begin so far. */
export interface Node {
  readonly next: Map<string, Node>;
  readonly entries: Entry[];
}

export interface LexiconHit extends Entry {
  /** Units `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
}

export interface Lexicon {
  readonly words: PeopleWords;
  /** Whether any entry uses this word. */
  knows(word: string): boolean;
  /** The one entry word that a word with hidden letters ("n*gger") fits, if any. */
  unmask(word: string): string | null;
  /** All entries met, the longest of each kind at each place. */
  find(words: readonly Word[]): LexiconHit[];
}

export function lexiconOf(words: PeopleWords): Lexicon {
  const root: Node = { next: new Map(), entries: [] };
  const vocabulary = new Set<string>();
  const add = (phrase: string, kind: EntryKind, characteristic: Characteristic | null) => {
    let node = root;
    for (const word of phrase.toLowerCase().replaceAll('-', ' ').replaceAll('+', '').split(' ')) {
      vocabulary.add(word);
      const next = node.next.get(word) ?? { next: new Map(), entries: [] };
      node.next.set(word, next);
      node = next;
    }
    if (!node.entries.some((entry) => entry.kind === kind)) node.entries.push({ kind, characteristic });
  };
  addGroups(words, add);
  addTalk(words, add);
  return {
    words,
    knows: (word) => vocabulary.has(word),
    unmask: unmasker(vocabulary),
    find: entryFinder(root),
  };
}

type Add = (phrase: string, kind: EntryKind, characteristic: Characteristic | null) => void;

function addGroups(words: PeopleWords, add: Add): void {
  for (const { characteristic, nouns, adjectives, beliefs, signs } of words.groups) {
    for (const noun of nouns) for (const form of nounForms(noun)) add(form, 'noun', characteristic);
    for (const adjective of adjectives) add(adjective, 'adjective', characteristic);
    for (const belief of beliefs) add(belief, 'belief', characteristic);
    for (const sign of signs) for (const form of nounForms(sign)) add(form, 'sign', characteristic);
  }
  for (const [characteristic, kinds] of Object.entries(words.slurs))
    for (const kind of ['sharp', 'blunt', 'lived-in'] as const)
      for (const slur of kinds[kind]) add(slur, kind, characteristic as Characteristic);
}

function addTalk(words: PeopleWords, add: Add): void {
  for (const kind of talkKinds) {
    const row = words.talk[kind];
    for (const verb of row.verbs) for (const form of verbForms(verb)) add(form, kind, null);
    for (const noun of row.nouns) for (const form of nounForms(noun)) add(form, kind, null);
    for (const word of [...row.words, ...row.phrases]) add(word, kind, null);
  }
  for (const person of words.grammar.persons) add(person, 'person', null);
  for (const adjective of words.grammar['the-adjective']) add(adjective, 'the-adjective', null);
  for (const phrase of words.grammar.distancing) add(phrase, 'distancing', null);
  for (const word of words.grammar.unprotected) add(word, 'unprotected', null);
  for (const word of words.grammar.insults) for (const form of nounForms(word)) add(form, 'insult', null);
}
