import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Judge } from '../drafts/judgement/judge.ts';
import type { JointModel } from '../text/joint-model.ts';

const shipped = join(import.meta.dirname, '../../models/judge.bin');

/** Finds the trained judge of drafts, read when first asked for; null where none is shipped. */
export function readJudge(file = shipped): () => Judge | null {
  let judge: Judge | null | undefined;
  return () => {
    judge ??= existsSync(file) ? parseJudge(readFileSync(file)) : null;
    return judge;
  };
}

/** A line of JSON with all but the weights, then the weights of the draft model and of the sentence model, a byte each. */
function parseJudge(bytes: Uint8Array): Judge {
  const cut = bytes.indexOf(10);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, cut))) as Omit<Judge, 'draft' | 'sentence'> &
    Record<'draft' | 'sentence', Omit<JointModel, 'weights'> & { buckets: number }>;
  const [draft, sentence] = [head.draft, head.sentence];
  const first = draft.buckets * draft.heads.length;
  const weights = new Int8Array(Uint8Array.from(bytes.subarray(cut + 1)).buffer);
  return {
    ...head,
    draft: { ...draft, weights: weights.subarray(0, first) },
    sentence: { ...sentence, weights: weights.subarray(first) },
  };
}
