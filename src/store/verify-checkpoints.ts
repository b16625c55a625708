import { type Anchor, type Checkpoint, checkpointHash, isSigned } from './audit-checkpoint.ts';
import { listAll } from './list-all.ts';
import type { Store } from './store.ts';
import { Damaged } from './store-error.ts';
import type { Find } from './verify-audit.ts';

type OnHead = (head: Checkpoint['heads'][number], checkpoint: number) => void;

/** Goes through the checkpoints in order and tells each signed head to `onHead`. Gives how many there are. */
export async function verifyCheckpoints(
  store: Store,
  publicKey: string | undefined,
  anchor: Anchor | undefined,
  find: Find,
  onHead: OnHead,
): Promise<number> {
  const latest = await readLatest(store, find);
  let expected = 1;
  let previous: string | null = '';
  let anchorSeen = false;
  for await (const record of listAll(store, { kind: 'audit-checkpoint' })) {
    const number = Number(record.id);
    if (expected < number) previous = null;
    for (; expected < number; expected++) find(`checkpoint ${expected}`, 'is missing');
    expected = number + 1;
    const checkpoint = record instanceof Damaged ? undefined : (record.body as Checkpoint);
    const wrong = judge(checkpoint, number, previous, publicKey);
    if (wrong !== undefined) find(`checkpoint ${number}`, wrong);
    previous = checkpoint?.hash ?? null;
    anchorSeen ||= anchor?.number === number && anchor.hash === checkpoint?.hash;
    for (const head of checkpoint?.heads ?? []) onHead(head, number);
  }
  for (; expected <= latest; expected++) find(`checkpoint ${expected}`, 'is missing');
  if (latest === 0 && expected > 1) await refindLatest(store, find);
  if (anchor !== undefined) judgeAnchor(anchor, anchorSeen && anchor.publicKey === publicKey, find);
  return expected - 1;
}

/** What is wrong with a checkpoint; `previous` is null after a gap. */
function judge(
  checkpoint: Checkpoint | undefined,
  number: number,
  previous: string | null,
  publicKey: string | undefined,
): string | undefined {
  if (checkpoint === undefined) return 'was changed';
  if (checkpoint.number !== number) return 'was put in the place of another';
  if (checkpoint.hash !== checkpointHash(checkpoint)) return 'was changed';
  if (publicKey === undefined || !isSigned(checkpoint, publicKey)) return 'does not fit its signature';
  if (previous !== null && checkpoint.previous !== previous) return 'does not follow the one before';
  return undefined;
}

/** The number of the last checkpoint by the mark that goes up with each; 0 if there is none. */
async function readLatest(store: Store, find: Find): Promise<number> {
  try {
    const latest = await store.read('audit-latest', 'checkpoint');
    return latest === undefined ? 0 : (latest.body as { number: number }).number;
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    find('the mark of the last checkpoint', 'was changed');
    return 0;
  }
}

/** The first checkpoint may have come in meanwhile, with its mark. */
async function refindLatest(store: Store, find: Find): Promise<void> {
  const found = await store.read('audit-latest', 'checkpoint').catch(() => null);
  if (found === undefined) find('the mark of the last checkpoint', 'is missing');
}

function judgeAnchor(anchor: Anchor, found: boolean, find: Find): void {
  if (!isSigned(anchor, anchor.publicKey)) find('the anchor given', 'does not fit its signature');
  else if (!found)
    find(`checkpoint ${anchor.number}`, 'is not the one of the anchor given: the store was put back or replaced');
}
