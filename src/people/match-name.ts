import { hasAddressOf } from './addresses.ts';
import { nameWords, ownWords, wordScore } from './name-words.ts';
import type { Person } from './person.ts';

export type Named = Pick<Person, 'name' | 'email'>;

/**
 * How well a name as typed fits somebody of the directory: 0 for not at all, 1 for the same words or their address. Accents,
 * case, order and titles make no difference; a short form of a word counts ("Tom A" fits "Tom Ashdown"), one slip in a
 * longer word, and the name among other words ("my manager Tom Ashdown (HR)").
 */
export function matchScore(typed: string, person: Named): number {
  if (hasAddressOf(typed, person.email)) return 1;
  return Math.max(plainScore(typed, person.name), amongOthers(nameWords(typed), ownWords(person.name)) ? 0.4 : 0);
}

/** Whether what was typed is this person's name or address and says nothing beside it. */
export function isJustNameOf(typed: string, person: Named): boolean {
  return plainScore(typed, person.name) > 0 || typed.trim().toLowerCase() === person.email?.toLowerCase();
}

/** How well all that was typed fits a name; 0 if one word of it does not. */
function plainScore(typed: string, name: string): number {
  const wanted = nameWords(typed);
  const given = nameWords(name);
  if (wanted.length === 0 || wanted.join('').length < 2) return 0;
  let sum = 0;
  for (const word of wanted) {
    const best = Math.max(0, ...given.map((other) => wordScore(word, other)));
    if (best === 0) return 0;
    sum += best;
  }
  return sum / Math.max(wanted.length, given.length);
}

/** Two words of the name side by side, or an only word of it, among those typed; one of them at least is more than a beginning. */
function amongOthers(typed: readonly string[], given: readonly string[]): boolean {
  if (given.length === 1) return typed.some((word) => word.length >= 3 && word === given[0]);
  return pairsOf(typed).some(([first, second]) =>
    given.some((one, at) => {
      const score = wordScore(first, one);
      const rest = given.filter((_, index) => index !== at);
      return score > 0 && rest.some((other) => isFit([first, score], [second, wordScore(second, other)]));
    }),
  );
}

type Scored = readonly [word: string, score: number];

function isFit(...both: readonly Scored[]): boolean {
  const isWhole = ([word, score]: Scored) => word.length >= 3 && (score === 1 || score === 0.5);
  return both.every(([, score]) => score > 0) && both.some(isWhole);
}

/** Words that stand side by side, or with one word or initial between them. */
export function pairsOf(words: readonly string[]): readonly (readonly [string, string])[] {
  return words.flatMap((word, index) =>
    words.slice(index + 1, index + 3).map((next): readonly [string, string] => [word, next]),
  );
}
