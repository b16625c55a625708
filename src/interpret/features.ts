import type { LooseWord } from '../text/loose-words.ts';

/** What the model sees of a message: its words, as the sender's spelling allows, its shape, and the cues found in it. */
export interface Sight {
  /** The message without the draft in it. */
  readonly frame: string;
  readonly words: readonly LooseWord[];
  /** Labels of the cue phrases found, e.g. "abuse", "platform". */
  readonly cues: readonly string[];
}

/** Beyond this many words only the shape of the first and last ones counts. */
const mostWords = 80;

const questionWords = new Set(
  'can could may might shall should would will do does did is are am was were has have what whats which who whos whose whom when where wheres why how hows if'.split(
    ' ',
  ),
);
const signs: readonly (readonly [string, RegExp])[] = [
  ['asks', /\?/],
  ['ends-asking', /\?[\s"'”’)]*$/],
  ['quotes', /["“”«»]/],
  ['emoji', /\p{Extended_Pictographic}/u],
  ['hashtag', /#\p{L}/u],
  ['handle', /(?:^|\s)@\w/u],
  ['link', /https?:\/\//i],
  ['shouts', /\p{Lu}{4,}.*\p{Lu}{4,}/u],
  ['exclaims', /!/],
  ['number', /\d{2}/],
  ['clause-number', /\b\d\.\d(?:\.\d)?\b|\b(?:clause|section|appendix|para)\s*\d/i],
];

/** Feature names, each at most once. */
export function featuresOf(sight: Sight): string[] {
  const words =
    sight.words.length <= mostWords ? sight.words : [...sight.words.slice(0, 60), ...sight.words.slice(-20)];
  const frame = sight.frame.slice(0, 4000);
  const found = new Set<string>(['bias:']);
  for (const cue of sight.cues) found.add(cueFeature(cue));
  for (const [name, sign] of signs) if (sign.test(frame)) found.add(`sign:${name}`);
  found.add(`length:${Math.min(6, Math.round(Math.log2(sight.words.length + 1)))}`);
  addWords(found, words);
  const shape = ['asks', 'question-word-first', 'quotes'].filter((name) => found.has(`sign:${name}`));
  addPairsOfCues(found, [...sight.cues, ...shape]);
  return [...found];
}

function cueFeature(cue: string): string {
  return cue.startsWith('cue:') ? cue : `cue:${cue}`;
}

function addWords(found: Set<string>, words: readonly LooseWord[]): void {
  let before = '^';
  for (const [at, word] of words.entries()) {
    found.add(`w:${word.text}`);
    found.add(`p:${before} ${word.text}`);
    if (at === 0) found.add(`first:${questionWords.has(word.text) ? '?' : ''}${word.text}`);
    if (at === 0 && questionWords.has(word.text)) found.add('sign:question-word-first');
    for (const part of parts(word.text)) found.add(part);
    before = word.text;
  }
  found.add(`p:${before} $`);
}

/** Pieces of three and four letters, so that a misspelt or inflected word is still half known. */
function parts(word: string): string[] {
  const framed = `<${word.slice(0, 20)}>`;
  const pieces: string[] = [];
  for (let at = 0; at + 3 <= framed.length; at++) {
    pieces.push(`c:${framed.slice(at, at + 3)}`);
    if (at + 4 <= framed.length) pieces.push(`c:${framed.slice(at, at + 4)}`);
  }
  return pieces;
}

function addPairsOfCues(found: Set<string>, cues: readonly string[]): void {
  const sorted = [...new Set(cues)].sort();
  for (let first = 0; first < sorted.length; first++)
    for (let second = first + 1; second < sorted.length; second++) found.add(`cues:${sorted[first]}+${sorted[second]}`);
}

const importances: Readonly<Record<string, number>> = {
  cue: 2,
  cues: 1,
  sign: 1.5,
  w: 1.5,
  p: 1,
  c: 0.5,
  first: 1,
  length: 1,
};

/** How much a feature counts before anything is learned: what speaks for many wordings more than what speaks for one. */
export function importanceOf(feature: string): number {
  return importances[feature.slice(0, feature.indexOf(':'))] ?? 1;
}
