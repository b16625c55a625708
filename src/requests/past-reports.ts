import type { Reply } from './turn.ts';

/** Reports that one person may make within the window; nobody who is hurt comes near it. */
const most = 20;
const windowMs = 60 * 60_000;
/** People remembered at most. */
const remembered = 10_000;

/**
 * When somebody's last reports were taken. A form that was given back because something is missing is not counted, so
 * that a first report is never held up. In memory only, and of no use to tell who reported what: it forgets within the hour.
 */
export function createPastReports() {
  const taken = new Map<string, readonly number[]>();
  const recent = (person: string, now: number) => (taken.get(person) ?? []).filter((at) => at > now - windowMs);
  return {
    /** How many ms to wait before the next one is taken; 0 almost always. */
    wait(person: string, now: number): number {
      const before = recent(person, now);
      return before.length < most ? 0 : (before[0] as number) + windowMs - now;
    },
    /** The replies as they are; counted where one of them is a receipt. */
    noting(person: string, now: number, replies: readonly Reply[]): readonly Reply[] {
      const receipt = replies.some((reply) => reply.kind !== 'toast' && reply.card.name === 'report-receipt');
      if (!receipt) return replies;
      const before = recent(person, now);
      taken.delete(person);
      taken.set(person, [...before, now]);
      const oldest = taken.keys().next();
      if (taken.size > remembered && !oldest.done) taken.delete(oldest.value);
      return replies;
    },
  };
}
