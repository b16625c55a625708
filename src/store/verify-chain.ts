import { type AuditEntry, type ChainHead, chainId, contentHash, entryHash, entryId } from './audit.ts';
import type { Store, StoredRecord } from './store.ts';
import { Damaged } from './store-error.ts';
import type { Find } from './verify-audit.ts';

/** What is known of one record's chain: from the signed checkpoints, from its head, and from walking its entries. */
export interface Chain {
  signed?: ChainHead & { readonly checkpoint: number };
  head?: ChainHead;
  /** The hash is null after an entry that cannot be read. */
  walked: { readonly length: number; readonly hash: string | null };
  /** What the last change left, by the entries. */
  left: AuditEntry['left'];
  /** Something about it has been found already. */
  broken: boolean;
}

export function chainOf(chains: Map<string, Chain>, id: string): Chain {
  const chain = chains.get(id) ?? { walked: { length: 0, hash: '' }, left: null, broken: false };
  chains.set(id, chain);
  return chain;
}

/** Takes the next entry of a chain; tells what is wrong with it or missing before it. */
export function walkEntry(record: StoredRecord | Damaged, id: string, chain: Chain, find: Find): void {
  const number = Number(record.id.slice(-8));
  const { length, hash } = chain.walked;
  for (let gap = length + 1; gap < number; gap++) find(`${id} entry ${gap}`, 'is missing');
  const entry = record instanceof Damaged ? undefined : (record.body as AuditEntry);
  const previous = length === number - 1 ? hash : null;
  const wrong = judgeEntry(entry, id, number, previous, chain.signed);
  if (wrong !== undefined) find(`${id} entry ${number}`, wrong);
  chain.broken ||= wrong !== undefined || length < number - 1;
  chain.walked = { length: number, hash: entry?.hash ?? null };
  if (entry?.left) chain.left = entry.left;
}

function judgeEntry(
  entry: AuditEntry | undefined,
  id: string,
  number: number,
  previous: string | null,
  signed: Chain['signed'],
): string | undefined {
  if (entry === undefined) return 'was changed';
  if (entry.number !== number || chainId(entry.record) !== id) return 'was put in the place of another';
  if (entry.hash !== entryHash(entry)) return 'was changed';
  if (previous !== null && entry.previous !== previous) return 'does not follow the one before';
  if (signed?.length === number && signed.hash !== entry.hash)
    return `is not the one that checkpoint ${signed.checkpoint} has signed`;
  return undefined;
}

/** Compares a chain's end with its head and the checkpoints, and the record itself with the last entry. */
export async function settleChain(store: Store, id: string, chain: Chain, find: Find): Promise<void> {
  const { walked, signed, head, broken } = chain;
  const known = Math.max(signed?.length ?? 0, head?.length ?? 0);
  for (let gap = walked.length + 1; gap <= known; gap++)
    find(
      `${id} entry ${gap}`,
      gap <= (signed?.length ?? 0) ? `is missing; checkpoint ${signed?.checkpoint} has seen it` : 'is missing',
    );
  if (head === undefined && !broken) await findMissingHead(store, id, find);
  if (head && signed && head.length < signed.length) find(`audit chain of ${id}`, 'was put back');
  else if (head?.length === walked.length && head.hash !== walked.hash && !broken)
    find(`audit chain of ${id}`, 'does not fit its last entry');
  if (walked.length >= known) await settleRecord(store, id, chain, find);
}

async function findMissingHead(store: Store, id: string, find: Find): Promise<void> {
  if ((await readSound(store, 'audit-chain', id)) === undefined) find(`audit chain of ${id}`, 'is missing');
}

/** The service may have written since: entries that came later are taken first, until entries and record stand still. */
async function settleRecord(store: Store, id: string, chain: Chain, find: Find): Promise<void> {
  const slash = id.indexOf('/');
  for (;;) {
    const record = await readSound(store, id.slice(0, slash), id.slice(slash + 1));
    const before = chain.walked.length;
    await walkNewer(store, id, chain, find);
    if (record instanceof Damaged) return find(id, 'was changed');
    if (chain.left === null) return;
    const now =
      record === undefined ? { version: 0, hash: null } : { version: record.version, hash: contentHash(record) };
    if (now.version === chain.left.version && now.hash === chain.left.hash) return;
    if (chain.walked.length === before) return find(id, describeDrift(now.version, chain.left.version));
  }
}

async function walkNewer(store: Store, id: string, chain: Chain, find: Find): Promise<void> {
  for (;;) {
    const next = await readSound(store, 'audit-entry', entryId(id, chain.walked.length + 1));
    if (next === undefined) return;
    walkEntry(next, id, chain, find);
  }
}

function describeDrift(version: number, audited: number): string {
  if (version === 0) return `is missing; its last audit entry left it at version ${audited}`;
  if (audited === 0) return 'is there, though its last audit entry removed it';
  if (version === audited) return 'is not what its last audit entry left';
  return `is at version ${version}; its last audit entry left it at ${audited}`;
}

async function readSound(store: Store, kind: string, id: string): Promise<StoredRecord | Damaged | undefined> {
  try {
    return await store.read(kind, id);
  } catch (error) {
    if (error instanceof Damaged) return error;
    throw error;
  }
}
