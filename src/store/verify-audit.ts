import type { ChainHead } from './audit.ts';
import { type Anchor, readPublicKey } from './audit-checkpoint.ts';
import { listAll } from './list-all.ts';
import type { Store } from './store.ts';
import { Damaged } from './store-error.ts';
import { type Chain, chainOf, settleChain, walkEntry } from './verify-chain.ts';
import { verifyCheckpoints } from './verify-checkpoints.ts';

/** Something that is not as the program left it. `where` names kinds, ids and numbers only. */
export interface AuditFinding {
  readonly where: string;
  readonly what: string;
}

export type Find = (where: string, what: string) => void;

export interface AuditReport {
  readonly entries: number;
  readonly chains: number;
  readonly checkpoints: number;
  readonly findings: readonly AuditFinding[];
}

/**
 * Goes through the whole audit trail while the service may go on writing. Finds every entry, chain or checkpoint that was
 * changed, removed or put elsewhere, and every audited record that is not as its last entry left it. With an `anchor` kept
 * outside, also a store that was put back as a whole.
 */
export async function verifyAudit(store: Store, anchor?: Anchor): Promise<AuditReport> {
  const findings: AuditFinding[] = [];
  const find: Find = (where, what) => findings.push({ where, what });
  const chains = new Map<string, Chain>();
  const publicKey = await readPublicKey(store).catch(damagedAsMissing);
  const checkpoints = await verifyCheckpoints(store, publicKey, anchor, find, ({ chain, length, hash }, checkpoint) => {
    chainOf(chains, chain).signed = { length, hash, checkpoint };
  });
  await readHeads(store, chains, find);
  const entries = await walkEntries(store, chains, find);
  for (const [id, chain] of chains) await settleChain(store, id, chain, find);
  return { entries, chains: chains.size, checkpoints, findings };
}

async function readHeads(store: Store, chains: Map<string, Chain>, find: Find): Promise<void> {
  for await (const record of listAll(store, { kind: 'audit-chain' })) {
    const chain = chainOf(chains, record.id);
    if (!(record instanceof Damaged)) {
      chain.head = record.body as ChainHead;
      continue;
    }
    find(`audit chain of ${record.id}`, 'was changed');
    chain.broken = true;
  }
}

/** Entries come chain by chain, in order of their numbers. */
async function walkEntries(store: Store, chains: Map<string, Chain>, find: Find): Promise<number> {
  let count = 0;
  for await (const record of listAll(store, { kind: 'audit-entry' })) {
    count++;
    const id = record.id.slice(0, -'/00000001'.length);
    walkEntry(record, id, chainOf(chains, id), find);
  }
  return count;
}

function damagedAsMissing(error: unknown): undefined {
  if (!(error instanceof Damaged)) throw error;
}
