import { commonWords } from '../text/common-words.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Token } from '../text/tokens.ts';
import { PerWord } from '../text/word.ts';
import { wordForms } from '../text/word-forms.ts';
import type { BlindSpot } from './finding.ts';
import type { Reading } from './reading.ts';

/** What of a draft the check could not look at. `cut` says that only its beginning was read. */
export function blindSpots(reading: Reading, cut: boolean): BlindSpot[] {
  const spots: BlindSpot[] = [];
  if (reading.sentences.some((sentence) => sentence.media !== null)) spots.push('image');
  if (reading.tokens.some((token) => token.kind === 'link')) spots.push('link');
  if (holdsOtherLanguage(reading)) spots.push('other-language');
  if (cut) spots.push('too-long');
  return spots;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole ASCII range is meant
const asciiOnly = /^[\x00-\x7f]*$/;
const mostSentences = 200;
const fewestWords = 5;
/**
 * Of the words of a sentence that are not names, the share of everyday English ones below which it is taken for another
 * language. A list of words knows Welsh as well as Polish, and needs no second of loading as a language detector does.
 */
const leastKnown = 0.3;
/** English words that are everyday words of other languages too. */
const shared = new Set('a am i y o as no me do so to on in is an al de la le en or us if at go ha he'.split(' '));

/** Small words that hold English sentences together, and that no other language at hand writes so. */
const joining = new Set(
  "the and of with is it's my we you that for this was have has are but from by our they their i'm i'll i've just about there what when who can't don't not".split(
    ' ',
  ),
);

function holdsOtherLanguage(reading: Reading): boolean {
  return reading.sentences.slice(0, mostSentences).some((sentence) => isOtherLanguage(reading, sentence));
}

function isOtherLanguage(reading: Reading, { from, to, start, end, media }: Sentence): boolean {
  if (media !== null) return false;
  let words = 0;
  let known = 0;
  for (let at = from; at < to; at++) {
    const { kind, tag, capital, word } = reading.tokens[at] as Token;
    if (kind !== 'word' || tag || capital || shared.has(word.key)) continue;
    if (joining.has(word.key)) return false;
    words++;
    if (english.of(word)) known++;
  }
  if (words < fewestWords) return otherLetters(reading.draft.text.slice(start, end));
  return known / words < leastKnown;
}

const english = new PerWord(
  ({ key }) =>
    key.includes("'") ||
    commonWords.has(key) ||
    commonWords.has(key.replace(/s$/, '')) ||
    wordForms(key).some((form) => commonWords.has(form)),
);

/** Eight letters and more, most of them not Latin. */
function otherLetters(text: string): boolean {
  if (asciiOnly.test(text)) return false;
  const part = text.slice(0, 500);
  const letters = part.match(/\p{L}/gu)?.length ?? 0;
  const latin = part.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters >= 8 && latin * 2 < letters;
}
