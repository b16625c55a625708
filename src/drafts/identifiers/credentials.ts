import { type Place, placesOf } from './place.ts';

const word = `(?:password|passwd|pwd|passcode|log[ -]?ins?|pin|door code|key ?code|wi-?fi key|access code|entry code)`;
const labelled = new RegExp(
  `\\b${word}(?:s)?\\b(?: for (?:the |our )?[\\w ]{1,24}?)?(?: is| was|'s|:|=| -)\\s{0,2}["'“‘]?(?=\\S{0,20}[\\d!$%*@#_])[^\\s"'”’,]{4,40}`,
  'gi',
);
const pair = /(?<![\w/.])[a-z][\w.-]{2,30} ?\/ ?(?=[^\s/]{0,24}\d)(?=[^\s/]{0,24}[a-z])[^\s/,]{6,24}(?![\w/])/gi;

const doorCode =
  /\b(?:door|key ?safe|key|entry|access|alarm|gate) ?codes?\b[^.!?\n]{0,48}?(?<![\w£/:.-])(?=[a-z]{0,4}\d)[a-z]{0,4}\d{4,6}[a-z#*]{0,3}(?![\w/:%-])/gi;

/** A password, PIN or door code given with its label, or a user name and password written as a pair. */
export function credentials(text: string): Place[] {
  const pairs = placesOf(text, pair, (found) => /[_!$%*#@?]/.test(found));
  return [...pairs, ...placesOf(text, doorCode, () => true), ...placesOf(text, labelled, () => true)];
}
