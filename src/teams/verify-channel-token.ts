import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { ChannelKey, ChannelKeys } from './channel-keys.ts';

/** The sender is not who it must be. `reason` is for the log; nobody outside is told. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: 401 | 403;
  readonly reason: string;
  constructor(status: 401 | 403, reason: string) {
    super(`refused: ${reason}`);
    this.status = status;
    this.reason = reason;
  }
}

/** What a verified token of the channel says. */
export interface ChannelToken {
  readonly claims: JWTPayload;
  readonly serviceUrl: string;
  readonly endorsements: readonly string[];
}

export interface TokenRules {
  readonly issuer: string;
  /** The bot's own app id. */
  readonly audience: string;
  readonly keys: ChannelKeys;
  readonly clock: () => Date;
}

/** The clock difference that Bot Framework allows, in seconds. */
const tolerance = 300;
const longestToken = 8_192;
const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

/**
 * Verifies the Authorization header of a request from the channel by itself: scheme, signature by an announced key,
 * issuer, audience, lifetime. What the token says of the activity is checked in `strict-authentication.ts`. Throws
 * `Refused` with 401.
 */
export async function verifyChannelToken(header: string | undefined, rules: TokenRules): Promise<ChannelToken> {
  const token = readBearer(header);
  const key = await findKey(token, rules.keys);
  const claims = await verify(token, key, rules);
  const serviceUrl = claims.serviceurl;
  if (typeof serviceUrl !== 'string' || serviceUrl === '') throw new Refused(401, 'no service address in the token');
  return { claims, serviceUrl, endorsements: key.endorsements };
}

/** The token of a well-formed header. */
export function readBearer(header: string | undefined): string {
  if (header === undefined || header === '') throw new Refused(401, 'no authorization header');
  if (header.length > longestToken) throw new Refused(401, 'token too long');
  const token = bearer.exec(header)?.[1];
  if (token === undefined) throw new Refused(401, 'not a bearer token');
  return token;
}

async function findKey(token: string, keys: ChannelKeys): Promise<ChannelKey> {
  let id: unknown;
  try {
    id = decodeProtectedHeader(token).kid;
  } catch {
    throw new Refused(401, 'not a token');
  }
  const key = typeof id === 'string' ? await keys.find(id) : undefined;
  if (key === undefined) throw new Refused(401, keys.ready() ? 'unknown key' : 'no keys to verify with');
  return key;
}

async function verify(token: string, { key }: ChannelKey, rules: TokenRules): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['RS256', 'RS384', 'RS512'],
      issuer: rules.issuer,
      requiredClaims: ['exp', 'iss', 'aud', 'serviceurl'],
      clockTolerance: tolerance,
      currentDate: rules.clock(),
    });
    if (payload.aud !== rules.audience) throw new Refused(401, 'wrong audience');
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new Refused(401, error.code);
    throw error instanceof Refused ? error : new Refused(401, 'unreadable token');
  }
}
