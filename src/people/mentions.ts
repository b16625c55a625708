import { hasAddressOf } from './addresses.ts';
import type { Named } from './match-name.ts';
import { pairsOf } from './match-name.ts';
import { nameWords, oneSlip, ownWords } from './name-words.ts';

/**
 * Whether a free text names somebody: their address, or two words of their name side by side in any order, one of them with
 * a slip at most. A first name alone is too little: texts are long, and much in them is no name.
 */
export function mentions(text: string): (person: Named) => boolean {
  const pairs = new Map<string, readonly (readonly [string, string])[]>();
  for (const pair of pairsOf(nameWords(text)))
    for (const word of new Set(pair)) pairs.set(word, [...(pairs.get(word) ?? []), pair]);
  return ({ name, email }) => {
    if (hasAddressOf(text, email)) return true;
    const given = ownWords(name);
    return given.some((one, at) => {
      const others = given.filter((other, index) => index !== at && (other.length > 1 || one.length > 1));
      return (pairs.get(one) ?? []).some(([first, second]) => {
        const beside = first === one ? second : first;
        return others.some((other) => isMeant(beside, other));
      });
    });
  };
}

function isMeant(word: string, name: string): boolean {
  if (word === name) return name.length > 1;
  return word.length >= 4 && word[0] === name[0] && oneSlip(word, name);
}

/**
 * Pieces of texts that may name somebody, most telling first, so many at most: addresses, words with capital letters side
 * by side, and what links end in.
 */
export function possibleNames(texts: readonly string[], most: number): readonly string[] {
  const all = (pattern: RegExp) => texts.flatMap((text) => text.match(pattern) ?? []);
  const links = all(/(?:https?:\/\/|www\.)\S+/giu).flatMap((link) => link.split(/[/?#=&]+/).slice(2));
  const pieces = [
    ...all(/[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+/gu),
    ...all(/\p{Lu}[\p{L}\p{M}'’-]*(?:[ ,.]{1,2}\p{Lu}[\p{L}\p{M}'’-]*){1,5}/gu),
    ...all(/(?<![\p{L}\p{N}])@[\p{L}\p{N}._-]{3,}/gu),
    ...links.filter((part) => /\p{L}{2,}[._-]\p{L}{2,}/u.test(part)),
  ];
  return [...new Set(pieces.map((piece) => piece.slice(0, 120)))].slice(0, most);
}
