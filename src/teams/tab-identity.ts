import { createChannelKeys } from './channel-keys.ts';
import type { TabSignIn, TabWho } from './tab-site.ts';
import { verifyTabToken } from './tab-token.ts';
import { Refused } from './verify-channel-token.ts';

/** Who a request comes from by its Authorization header; null where it has none. Throws `Refused`. */
export type IdentifyTab = (authorization: string | undefined) => Promise<TabWho | null>;

const entraKeys = 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration';

/** By tokens of Entra. Without a registration nobody can sign in, and the tab shows the policy only. */
export function identifyByToken(
  signIn: TabSignIn | null,
  clock: () => Date,
  onTrouble: (reason: string) => void,
): IdentifyTab {
  if (signIn === null)
    return async (authorization) => {
      if (authorization === undefined) return null;
      throw new Refused(401, 'the tab has no registration to sign in with');
    };
  const keys = createChannelKeys({ url: signIn.keysUrl ?? entraKeys, clock, onTrouble });
  const tenants = signIn.tenants.map((tenant) => tenant.toLowerCase());
  const rules = { audience: signIn.clientId, tenants, keys, clock };
  return async (authorization) => (authorization === undefined ? null : verifyTabToken(authorization, rules));
}

/**
 * In the local run, which listens on loopback only: whoever of the invented people the page says ("Local <object id>"), as
 * in the chat client. Never used where there are credentials.
 */
export function identifyLocally(people: readonly TabWho[]): IdentifyTab {
  return async (authorization) => {
    if (authorization === undefined) return null;
    const [scheme, oid] = authorization.split(' ');
    const person = scheme === 'Local' ? people.find((one) => one.oid === oid) : undefined;
    if (person === undefined) throw new Refused(401, 'nobody of that id here');
    return { oid: person.oid, tenant: person.tenant, name: person.name };
  };
}
