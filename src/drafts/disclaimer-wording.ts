import type { Reading } from './reading.ts';

/** How close a text comes to the policy's disclaimer: word for word, in other words, or not at all. */
export type DisclaimerWording = 'exact' | 'near' | 'absent';

/** Looks for the policy's sentence; apostrophes, capitals and stops do not matter, words do. */
export function disclaimerIn(reading: Reading): DisclaimerWording {
  const wanted = (reading.book.rules.disclaimer.says['exact'] ?? '').toLowerCase().match(/[a-z']+/g) ?? [];
  const keys = reading.tokens.map((token) => token.key);
  for (let at = 0; at + wanted.length <= keys.length; at++) {
    let length = 0;
    while (length < wanted.length && keys[at + length] === wanted[length]) length++;
    if (length === wanted.length) return 'exact';
  }
  return reading.has('disclaimer', 'near') ? 'near' : 'absent';
}
