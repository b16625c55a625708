import { stem } from '../../text/stem.ts';
import type { Reading } from '../reading.ts';
import { hashOf } from './evidence.ts';

const signs: Readonly<Record<string, string>> = { number: '#', handle: '@', link: '/' };
const stems = new Map<string, string>();

/** The hash of the word at a token, its ending cut; names, numbers, handles and links are all alike. */
export function wordAt(reading: Reading, at: number): number {
  const token = reading.tokens[at];
  if (token === undefined) return 0;
  if (namesOf(reading).has(at)) return hashOf('N');
  return hashOf(signs[token.kind] ?? stemOf(token.key));
}

/** Tokens that are names of persons or places. */
export function namesOf(reading: Reading): ReadonlySet<number> {
  return reading.once('name tokens', () => new Set(reading.hits('confidentiality', 'name').map((hit) => hit.from)));
}

function stemOf(key: string): string {
  const known = stems.get(key);
  if (known !== undefined) return known;
  if (stems.size > 20_000) stems.clear();
  const made = stem(key);
  stems.set(key, made);
  return made;
}
