import { createHash, randomUUID } from 'node:crypto';
import type { Ids } from './casework.ts';

/** Digits and capital letters that are not mistaken for one another when read aloud (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference has 50 bits, a receipt code 80; both are as hard to guess as the texts they are made from. */
export const realIds: Ids = {
  reference: (...texts) => `CIP-${letters(digest(['reference', ...texts]), 10, 5)}`,
  record: () => randomUUID(),
  fingerprint: (...texts) => digest(texts).toString('hex'),
  code: (...texts) => letters(digest(['code', ...texts]), 16, 4),
  hash: (bytes) => createHash('sha256').update(bytes).digest('hex'),
};

function digest(texts: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(texts)).digest();
}

/** One letter a byte, in groups: 256 is a multiple of 32, so every letter is as likely. */
function letters(bytes: Uint8Array, count: number, group: number): string {
  const text = Array.from(bytes.subarray(0, count), (byte) => alphabet[byte % alphabet.length]).join('');
  return text.match(new RegExp(`.{1,${group}}`, 'g'))?.join('-') ?? text;
}
