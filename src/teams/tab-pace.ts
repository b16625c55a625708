import { BoundedMap } from './bounded-map.ts';

/** So many requests at once, and so many a second after that. */
export interface TabPaceLimits {
  readonly burst: number;
  readonly perSecond: number;
}

/** A person at work loads a page with a handful of requests; a script that goes on and on is slowed. */
export const personPace: TabPaceLimits = { burst: 60, perSecond: 5 };
/** Readers who are not signed in share one address where they come through a proxy, and all read on the day of a new policy. */
export const addressPace: TabPaceLimits = { burst: 600, perSecond: 200 };

/** Whether another request of this caller may be served at `now` (ms); counts it if so. */
export type TabPace = (caller: string, limits: TabPaceLimits, now: number) => boolean;

export function createTabPace(): TabPace {
  const callers = new BoundedMap<{ readonly left: number; readonly at: number }>(10_000);
  return (caller, { burst, perSecond }, now) => {
    const last = callers.get(caller) ?? { left: burst, at: now };
    const left = Math.min(burst, last.left + ((now - last.at) / 1_000) * perSecond);
    const may = left >= 1;
    callers.set(caller, { left: may ? left - 1 : left, at: now });
    return may;
  };
}
