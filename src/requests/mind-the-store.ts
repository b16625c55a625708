import { Conflict } from '../store/store.ts';
import { StoreUnavailable } from '../store/store-error.ts';
import type { Context } from './context.ts';
import { say } from './reply.ts';
import type { Reply } from './turn.ts';

/** How often a request is decided again because somebody changed the same record first. */
const attempts = 4;

/**
 * Answers a request whatever the store does: a conflict is decided anew, and where the store takes or gives nothing just
 * now the member is told that nothing was stored, that nothing was lost, and to try again.
 */
export async function mindTheStore(
  { warn }: Pick<Context, 'warn'>,
  answer: () => Promise<readonly Reply[]> | readonly Reply[],
): Promise<readonly Reply[]> {
  for (let left = attempts; ; left--) {
    try {
      return await answer();
    } catch (error) {
      if (error instanceof StoreUnavailable) {
        warn(`store ${error.trouble}`, error);
        return error.uncertain ? notSure() : notStored();
      }
      if (!(error instanceof Conflict)) throw error;
      if (left === 0) return notStored();
    }
  }
}

function notStored(): readonly Reply[] {
  return say('Not stored, nothing was lost, try again', [
    'I cannot reach my records just now. What you just sent or asked for was not done. Whatever was stored before is safe.',
    'Please try again in a minute: what you typed is still above.',
  ]);
}

/** The connection went away between a change and its answer. */
function notSure(): readonly Reply[] {
  return say('I cannot tell whether that was stored: try again', [
    'I lost the connection to my records while they were taking it. Nothing was lost.',
    'Please try again in a minute: what you typed is still above. Sent twice, it counts once.',
  ]);
}
