import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { ChannelKeys } from './channel-keys.ts';
import type { TabWho } from './tab-site.ts';
import { Refused, readBearer } from './verify-channel-token.ts';

export interface TabTokenRules {
  /** Application id of the tab's own registration. */
  readonly audience: string;
  /** Entra tenants whose people may sign in, in small letters. */
  readonly tenants: readonly string[];
  readonly keys: ChannelKeys;
  readonly clock: () => Date;
}

/** The clients that may ask for a token in somebody's name: Teams on desktop and phone, Teams on the web, Outlook and Microsoft 365 on desktop, web and phone. */
const clients: ReadonlySet<unknown> = new Set([
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  '4765445b-32c6-49b0-83e6-1d93765276ca',
  '0ec893e0-5785-4de6-99da-4ed124e5296c',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
  '27922004-5251-4030-b22d-91ecd9a37ea4',
]);

/** The clock difference that is let pass, in seconds. */
const tolerance = 300;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Who signed in to the tab, from the token that Teams got from Entra for them: signature by an announced key, issuer and
 * tenant of the list and of each other, our own audience, lifetime, on behalf of a person, through a client that is Teams
 * or its siblings. Throws `Refused` with 401.
 */
export async function verifyTabToken(header: string | undefined, rules: TabTokenRules): Promise<TabWho> {
  const token = readBearer(header);
  const tenant = claimedTenant(token, rules.tenants);
  const key = await rules.keys.find(keyIdOf(token));
  if (key === undefined) throw new Refused(401, rules.keys.ready() ? 'unknown key' : 'no keys to verify with');
  try {
    const { payload } = await jwtVerify(token, key.key, {
      algorithms: ['RS256'],
      issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
      requiredClaims: ['exp', 'nbf', 'iss', 'aud', 'oid', 'tid', 'scp', 'azp', 'ver'],
      clockTolerance: tolerance,
      currentDate: rules.clock(),
    });
    if (payload.aud !== rules.audience) throw new Refused(401, 'wrong audience');
    if (payload.ver !== '2.0') throw new Refused(401, 'wrong version');
    if (payload.idtyp === 'app' || !String(payload.scp).split(' ').includes('access_as_user'))
      throw new Refused(401, 'not on behalf of a person');
    if (!clients.has(payload.azp)) throw new Refused(401, 'asked for by another client');
    const oid = typeof payload.oid === 'string' ? payload.oid.toLowerCase() : '';
    if (!guid.test(oid)) throw new Refused(401, 'no object id');
    return { oid, tenant, name: typeof payload.name === 'string' ? payload.name.slice(0, 200) : '' };
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new Refused(401, error.code);
    throw error instanceof Refused ? error : new Refused(401, 'unreadable token');
  }
}

function keyIdOf(token: string): string {
  try {
    const { kid } = decodeProtectedHeader(token);
    if (typeof kid === 'string') return kid;
  } catch {}
  throw new Refused(401, 'not a token');
}

/** The tenant that the unverified token names, if it is one of the list; the verified issuer must then be the same. */
function claimedTenant(token: string, tenants: readonly string[]): string {
  let tid: unknown;
  try {
    tid = decodeJwt(token).tid;
  } catch {
    throw new Refused(401, 'not a token');
  }
  if (typeof tid === 'string' && tenants.includes(tid)) return tid;
  throw new Refused(401, 'tenant not on the list');
}
