import { hash, mix } from '../text/linear-model.ts';
import type { Token } from '../text/tokens.ts';
import { markRules } from './passage-features.ts';
import type { Reading } from './reading.ts';

const salt = { word: 21, class: 22, mark: 23, markPair: 24, media: 26 } as const;
/** Tokens that count for what a draft is about. */
const most = 2000;

/** The whole draft as one set of features: its words and classes, the marks met, and which marks meet in one draft. */
export function draftFeatures(reading: Reading): Int32Array {
  return reading.once('draft features', () => {
    const features = new Set<number>();
    for (let at = 0; at < Math.min(most, reading.tokens.length); at++) {
      const token = reading.tokens[at] as Token;
      features.add(mix(salt.word, hash(token.kind === 'word' || token.kind === 'emoji' ? token.key : token.kind)));
      for (const one of reading.classesAt(at)) features.add(mix(salt.class, one));
    }
    addMarks(reading, features);
    for (const { media } of reading.sentences) if (media !== null) features.add(mix(salt.media, hash(media)));
    return Int32Array.from(features);
  });
}

function addMarks(reading: Reading, features: Set<number>): void {
  const marks = new Set<number>();
  for (const rule of markRules) for (const hit of reading.hits(rule)) marks.add(hash(`${rule}/${hit.row.mark}`));
  const sorted = [...marks].sort((a, b) => a - b);
  sorted.forEach((mark, place) => {
    features.add(mix(salt.mark, mark));
    for (const other of sorted.slice(place + 1)) features.add(mix(salt.markPair, mix(mark, other)));
  });
}
