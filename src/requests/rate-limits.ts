/** How many turns a minute are answered, so many of them at once at most; 0 for no limit. */
export interface RateSettings {
  readonly perPerson: number;
  readonly perTenant: number;
}

/** Whose turns were too many, and after how many ms the next one is answered. */
export interface Slowed {
  readonly whose: 'person' | 'tenant';
  readonly waitMs: number;
}

export interface RateLimits {
  /** Null and counted, if the turn may be answered; else not counted. `now` in ms. */
  take(who: { readonly oid: string; readonly tenant: string }, now: number): Slowed | null;
}

/** People and tenants remembered at most; whoever was silent longest is forgotten first. */
const remembered = 20_000;
const minute = 60_000;

/** Counts in this process: each replica answers so many turns. */
export function createRateLimits({ perPerson, perTenant }: RateSettings): RateLimits {
  const people = createPace(perPerson);
  const tenants = createPace(perTenant);
  return {
    take({ oid, tenant }, now) {
      const person = `${tenant} ${oid}`;
      const personWait = people.wait(person, now);
      if (personWait > 0) return { whose: 'person', waitMs: personWait };
      const tenantWait = tenants.wait(tenant, now);
      if (tenantWait > 0) return { whose: 'tenant', waitMs: tenantWait };
      people.count(person, now);
      tenants.count(tenant, now);
      return null;
    },
  };
}

/** Of everybody only the instant is kept until which their turns are used up, were they spread evenly. */
function createPace(perMinute: number) {
  const usedUntil = new Map<string, number>();
  const each = minute / perMinute;
  const used = (key: string, now: number) => Math.max(usedUntil.get(key) ?? now, now);
  return {
    wait: (key: string, now: number): number =>
      perMinute === 0 ? 0 : Math.max(0, Math.ceil(used(key, now) + each - minute - now)),
    count(key: string, now: number): void {
      if (perMinute === 0) return;
      const until = used(key, now) + each;
      usedUntil.delete(key);
      usedUntil.set(key, until);
      const oldest = usedUntil.keys().next();
      if (usedUntil.size > remembered && !oldest.done) usedUntil.delete(oldest.value);
    },
  };
}
