import { setTimeout as wait } from 'node:timers/promises';
import type { Activity, TurnContext } from 'botbuilder';
import { judgeFailure } from './judge-failure.ts';

/** Pauses before the second and third try, in ms; the channel may ask for longer ones, up to `longest`. */
const pauses = [400, 1_200] as const;
const longest = 3_000;

/**
 * Sends a reply of a turn, three times at most where the channel is busy. A reply that arrives twice is a smaller harm
 * than none; that is not so for alerts, which the outbox repeats by its own rules.
 */
export async function sendPatiently(context: TurnContext, message: Partial<Activity>): Promise<void> {
  for (const pause of pauses) {
    try {
      await context.sendActivity(message);
      return;
    } catch (error) {
      const failure = judgeFailure(error, new Date());
      const asked = failure.outcome === 'later' ? Math.max(pause, failure.afterMs ?? 0) : Number.POSITIVE_INFINITY;
      if (asked > longest) throw error;
      await wait(asked);
    }
  }
  await context.sendActivity(message);
}
