import { talksOf } from '../group-talk/talks-of.ts';
import type { Reading } from '../reading.ts';
import { type Sign, standingFor } from './word-features.ts';

const [name, party, slur, group] = ['<name>', '<party>', '<slur>', '<group>'].map(standingFor) as [
  Sign,
  Sign,
  Sign,
  Sign,
];

/**
 * What the judge sees instead of some tokens, by their place. Every protected group is the same sign to it, and so is every
 * party and every name: swapping one for another cannot change the score.
 */
export function masksOf(reading: Reading): ReadonlyMap<number, Sign> {
  const masks = new Map<number, Sign>();
  for (const hit of reading.hits('confidentiality', 'name')) masks.set(hit.from, name);
  for (const hit of reading.hits('impartiality', 'party-name'))
    for (let at = hit.from; at < hit.to; at++) masks.set(at, party);
  let token = 0;
  for (const { mentions, sentence } of talksOf(reading)) {
    if (mentions.length === 0) continue;
    for (const { kind, from, to } of [...mentions].sort((a, b) => a.from - b.from)) {
      if (kind === 'they') continue;
      const start = sentence.units[from]?.start ?? 0;
      const end = sentence.units[to - 1]?.end ?? 0;
      while (token < reading.tokens.length && (reading.tokens[token]?.start ?? 0) < start) token++;
      for (let at = token; at < reading.tokens.length && (reading.tokens[at]?.start ?? end) < end; at++)
        masks.set(at, kind === 'slur' ? slur : group);
    }
  }
  return masks;
}
