import { BoundedMap } from './bounded-map.ts';

/** What Teams takes from a bot in one conversation ("Rate limiting for bots"): so many messages in so many ms. */
const limits = [
  { count: 7, ms: 1_000 },
  { count: 8, ms: 2_000 },
  { count: 60, ms: 30_000 },
  { count: 1_800, ms: 3_600_000 },
] as const;
const longest = 1_800;

export interface ThreadPace {
  /** 0 and counted, if a message may go now; else how many ms to wait, and not counted. */
  take(thread: string, now: number): number;
}

/** Counts what this process sends in each conversation. */
export function createThreadPace(): ThreadPace {
  const threads = new BoundedMap<readonly number[]>(1_000);
  return {
    take(thread, now) {
      const sent = threads.get(thread) ?? [];
      const wait = Math.max(...limits.map(({ count, ms }) => waitFor(sent.at(-count), ms, now)));
      if (wait > 0) return wait;
      threads.set(thread, [...sent.slice(1 - longest), now]);
      return 0;
    },
  };
}

/** The message that fills the limit must be `ms` old before another goes. */
function waitFor(filling: number | undefined, ms: number, now: number): number {
  return filling === undefined ? 0 : Math.max(0, filling + ms - now);
}
