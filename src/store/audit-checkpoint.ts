import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { type ChainHead, sha256 } from './audit.ts';
import { type Change, Conflict, type Store, type StoredRecord } from './store.ts';

/** The heads of the chains that had moved since the checkpoint before, signed (Ed25519). */
export interface Checkpoint {
  readonly number: number;
  readonly at: string;
  /** Hash of the checkpoint before, '' for the first. */
  readonly previous: string;
  readonly heads: readonly (ChainHead & { readonly chain: string })[];
  readonly hash: string;
  readonly signature: string;
}

/**
 * What to keep outside of the store (an e-mail to the information governance team, a printed page): with it `verifyAudit`
 * finds even a store that was put back as a whole to an earlier day. It says nothing about anybody.
 */
export interface Anchor {
  readonly number: number;
  readonly hash: string;
  readonly signature: string;
  readonly publicKey: string;
}

const chainsAtOnce = 200;

/**
 * Signs the heads of all chains that have moved since the last time; gives the last anchor, or undefined if there is none
 * yet. To be called every minute or so, by any replica, also by several at once. What has been entered since the last call
 * and is then removed as a whole is not missed by `verifyAudit`: the pause between calls is that window.
 */
export async function anchorAudit(store: Store, at: string): Promise<Anchor | undefined> {
  const signer = await readSigner(store);
  for (let batch = chainsAtOnce; ; ) {
    const moved = await store.list({ kind: 'audit-chain', status: 'moved', limit: batch });
    if (moved.length === 0) return readAnchor(store);
    try {
      await store.commit(await checkpointChanges(store, at, moved, signer));
      if (moved.length < batch) return readAnchor(store);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      batch = Math.max(1, batch >> 1);
    }
  }
}

export async function readAnchor(store: Store): Promise<Anchor | undefined> {
  const latest = await store.read('audit-latest', 'checkpoint');
  if (latest === undefined) return undefined;
  const { number } = latest.body as { number: number };
  const checkpoint = (await store.read('audit-checkpoint', checkpointId(number)))?.body as Checkpoint | undefined;
  if (checkpoint === undefined) return undefined;
  const publicKey = await readPublicKey(store);
  return { number, hash: checkpoint.hash, signature: checkpoint.signature, publicKey: publicKey ?? '' };
}

/** The public half of the signer, base64 (SPKI); undefined if the store has none. */
export async function readPublicKey(store: Store): Promise<string | undefined> {
  const signer = await store.read('audit-signer', 'ed25519');
  return signer && createPublicKey(privateKey(signer)).export({ format: 'der', type: 'spki' }).toString('base64');
}

export function checkpointHash({ number, at, previous, heads }: Omit<Checkpoint, 'hash' | 'signature'>): string {
  return sha256([previous, number, at, heads.map(({ chain, length, hash }) => [chain, length, hash])]);
}

export function isSigned(checkpoint: Pick<Checkpoint, 'number' | 'hash' | 'signature'>, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, signedText(checkpoint), key, Buffer.from(checkpoint.signature, 'base64'));
  } catch {
    return false;
  }
}

export function checkpointId(number: number): string {
  return String(number).padStart(8, '0');
}

async function checkpointChanges(
  store: Store,
  at: string,
  moved: readonly StoredRecord[],
  signer: KeyObject,
): Promise<readonly Change[]> {
  const latest = await store.read('audit-latest', 'checkpoint');
  const last = (latest?.body ?? { number: 0, hash: '' }) as { number: number; hash: string };
  const heads = moved.map(({ id, body }) => ({ chain: id, ...(body as ChainHead) }));
  const unsigned = { number: last.number + 1, at, previous: last.hash, heads };
  const hash = checkpointHash(unsigned);
  const signature = sign(null, signedText({ number: unsigned.number, hash }), signer).toString('base64');
  const put = (kind: string, id: string, body: unknown) => ({ kind, id, status: 'kept', due: null, keys: [], body });
  return [
    { put: put('audit-checkpoint', checkpointId(unsigned.number), { ...unsigned, hash, signature }), replaces: 0 },
    { put: put('audit-latest', 'checkpoint', { number: unsigned.number, hash }), replaces: latest?.version ?? 0 },
    ...moved.map(({ version, ...chain }) => ({ put: { ...chain, status: 'anchored' }, replaces: version })),
  ];
}

/** The signing key is made at the first checkpoint and lies sealed in the store. */
async function readSigner(store: Store): Promise<KeyObject> {
  const found = await store.read('audit-signer', 'ed25519');
  if (found !== undefined) return privateKey(found);
  const made = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  const put = { kind: 'audit-signer', id: 'ed25519', status: 'kept', due: null, keys: [], body: made };
  try {
    await store.commit([{ put, replaces: 0 }]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
  return readSigner(store);
}

function privateKey(signer: StoredRecord): KeyObject {
  return createPrivateKey({ key: Buffer.from(String(signer.body), 'base64'), format: 'der', type: 'pkcs8' });
}

function signedText({ number, hash }: Pick<Checkpoint, 'number' | 'hash'>): Buffer {
  return Buffer.from(`can-i-post audit checkpoint ${number} ${hash}`);
}
