import { hash } from '../../text/linear-model.ts';
import { stem } from '../../text/stem.ts';
import { PerWord } from '../../text/word.ts';
import type { Reading } from '../reading.ts';

const signs: Readonly<Record<string, string>> = { number: '#', handle: '@', link: '/' };
const name = hash('N');
const stems = new PerWord(({ kind, key }) => hash(signs[kind] ?? stem(key)));

/** The hash of the word at a token, its ending cut; names, numbers, handles and links are all alike. */
export function wordAt(reading: Reading, at: number, names: ReadonlySet<number>): number {
  const token = reading.tokens[at];
  if (token === undefined) return 0;
  return names.has(at) ? name : stems.of(token.word);
}

/** Tokens that are names of persons or places. */
export function namesOf(reading: Reading): ReadonlySet<number> {
  return reading.once('name tokens', () => new Set(reading.hits('confidentiality', 'name').map((hit) => hit.from)));
}
