import type { Setup } from '../wire.ts';
import { type Api, type Identify, makeApi } from './api.ts';
import type { Host } from './host.ts';

/** Who uses the page, as far as the page knows: a token of the host, or in the local run a choice. */
export interface Session {
  readonly api: Api;
  /** What says who one is, or null. */
  readonly identify: Identify;
  /** The chosen person of the local run; null for nobody. */
  person(): string | null;
  become(oid: string | null): void;
}

const chosenKey = 'can-i-post.person';

export function makeSession(host: Host, setup: Setup): Session {
  let chosen = setup.local ? remembered(setup) : null;
  const identify = async () => {
    if (setup.local) return chosen === null ? null : `Local ${chosen}`;
    const token = await host.token();
    return token === null ? null : `Bearer ${token}`;
  };
  return {
    api: makeApi(identify),
    identify,
    person: () => chosen,
    become(oid) {
      chosen = oid;
      try {
        if (oid === null) sessionStorage.removeItem(chosenKey);
        else sessionStorage.setItem(chosenKey, oid);
      } catch {}
    },
  };
}

function remembered({ people }: Setup): string | null {
  try {
    const oid = sessionStorage.getItem(chosenKey);
    return people.some((person) => person.oid === oid) ? oid : null;
  } catch {
    return null;
  }
}
