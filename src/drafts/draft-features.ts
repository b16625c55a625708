import { FeatureSet } from '../text/feature-set.ts';
import { hash, mix } from '../text/linear-model.ts';
import type { Token } from '../text/tokens.ts';
import { markHash, markRules } from './passage-features.ts';
import type { Reading } from './reading.ts';

const salt = { word: 21, class: 22, mark: 23, markPair: 24, media: 26 } as const;
/** Tokens that count for what a draft is about. */
const most = 2000;
const features = new FeatureSet();

/** The whole draft as one set of features: its words and classes, the marks met, and which marks meet in one draft. */
export function draftFeatures(reading: Reading): Int32Array {
  return reading.once('draft features', () => {
    features.clear();
    const end = Math.min(most, reading.tokens.length);
    for (let at = 0; at < end; at++) {
      features.add(mix(salt.word, (reading.tokens[at] as Token).word.hash));
      const classes = reading.classesAt(at);
      for (let each = 0; each < classes.length; each++) features.add(mix(salt.class, classes[each] as number));
    }
    addMarks(reading);
    for (const { media } of reading.sentences) if (media !== null) features.add(mix(salt.media, hash(media)));
    return features.toArray();
  });
}

function addMarks(reading: Reading): void {
  const marks = new Set<number>();
  for (const rule of markRules) for (const hit of reading.hits(rule)) marks.add(markHash(rule, hit.row.mark));
  const sorted = [...marks].sort((a, b) => a - b);
  sorted.forEach((mark, place) => {
    features.add(mix(salt.mark, mark));
    for (let other = place + 1; other < sorted.length; other++)
      features.add(mix(salt.markPair, mix(mark, sorted[other] as number)));
  });
}
