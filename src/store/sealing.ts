import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { Row } from './backend.ts';

/** What a row's sealing is bound to: a sealed body that is moved to another row, or a changed clear field, does not open. */
export type Binding = Pick<Row, 'kind' | 'id' | 'version' | 'status' | 'due' | 'hashes'>;

/** A data key with its number, and what is derived from it. */
export interface DataKey {
  readonly id: number;
  readonly seal: KeyObject;
  readonly lookUp: KeyObject;
}

const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM. Gives nonce, tag and cipher text, one after the other. */
export function seal(key: KeyObject, plain: Uint8Array, boundTo: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** The plain bytes, or undefined if key, bytes or binding are not those of the sealing. */
export function unseal(key: KeyObject, sealed: Uint8Array, boundTo: string): Buffer | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** The clear fields of a row in one unambiguous string. */
export function rowBinding(row: Binding): string {
  return JSON.stringify([row.kind, row.id, row.version, row.status, row.due, row.hashes]);
}

/** What stands in the store for a look-up key: HMAC-SHA256, cut to 128 bits. The same key in two kinds looks different. */
export function lookUpHash(key: DataKey, kind: string, lookUpKey: string): string {
  return createHmac('sha256', key.lookUp)
    .update(JSON.stringify([kind, lookUpKey]))
    .digest('hex')
    .slice(0, 32);
}

/** Derives the two keys that a data key is used as. */
export function dataKey(id: number, secret: Uint8Array): DataKey {
  const derive = (purpose: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `can-i-post ${purpose}`, 32)));
  return { id, seal: derive('seal'), lookUp: derive('look-up') };
}
