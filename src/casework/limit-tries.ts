/** Wrong codes that one person may try within the window before they must wait. */
const most = 10;
const windowMs = 15 * 60_000;
/** People remembered at most; the oldest are forgotten first, so that memory does not grow. */
const remembered = 10_000;

const tries = new Map<string, number[]>();

/**
 * Holds back whoever keeps trying receipt codes. Kept in memory only: what is written down about a try could tell who an
 * anonymous reporter is. It never touches the taking of a report.
 */
export const limitTries = {
  /** Until when somebody has to wait (ISO), or null. */
  blockedUntil(oid: string, now: Date): string | null {
    const recent = recentOf(oid, now);
    const first = recent[0];
    return recent.length < most || first === undefined ? null : new Date(first + windowMs).toISOString();
  },
  failed(oid: string, now: Date): void {
    const recent = [...recentOf(oid, now), now.getTime()];
    tries.delete(oid);
    tries.set(oid, recent);
    const oldest = tries.keys().next().value;
    if (tries.size > remembered && oldest !== undefined) tries.delete(oldest);
  },
};

function recentOf(oid: string, now: Date): number[] {
  return (tries.get(oid) ?? []).filter((at) => at > now.getTime() - windowMs);
}
