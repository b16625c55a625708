import { maskPersonalData } from '../drafts/mask-personal-data.ts';
import type { Context } from './context.ts';

/** What the policy owner should hear of: a question without an answer, an answer that did not help, a finding that is wrong. */
export interface Gap {
  readonly about: 'unanswered' | 'unhelpful-answer' | 'wrong-finding';
  readonly text: string;
  /** The clause that came nearest, or the finding's. */
  readonly clause: string;
  readonly comment: string;
}

/**
 * Keeps a gap with identifiers masked, by day, and without who asked or where (A9). A store that is down must not take the
 * answer with it: then the gap is lost, and the operator is told.
 */
export async function keepGap(
  context: Pick<Context, 'organisation' | 'store' | 'now' | 'newId' | 'warn'>,
  gap: Gap,
): Promise<boolean> {
  const words = context.organisation.knownWords;
  const body = {
    ...gap,
    text: maskPersonalData(gap.text.slice(0, 1_000), words),
    comment: maskPersonalData(gap.comment.slice(0, 500), words),
    day: context.now().toISOString().slice(0, 10),
  };
  try {
    await context.store.commit([
      { put: { kind: 'gap', id: context.newId(), status: gap.about, due: null, keys: [], body }, replaces: 0 },
    ]);
    return true;
  } catch (error) {
    context.warn('gap not kept', error);
    return false;
  }
}
