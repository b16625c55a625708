import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';

interface Pair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const newPair = (): Pair => generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Stands for login.botframework.com: announces keys made on the spot, can be slow, down, or announce others. */
export async function startFakeKeyServer() {
  const pairs = new Map<string, Pair>();
  const announced = new Map<string, object>();
  const state = { asked: 0, behaviour: 'fine' as 'fine' | 'down' | 'silent' | 'garbage' | 'no-keys' | 'moved' };
  const announce = (kid: string, extra: object = {}) => {
    const pair = newPair();
    pairs.set(kid, pair);
    announced.set(kid, { ...pair.publicKey.export({ format: 'jwk' }), kid, use: 'sig', ...extra });
  };
  announce('teams', { endorsements: ['skype', 'msteams'] });
  announce('webchat', { endorsements: ['webchat'] });
  announce('bare');
  announce('for-encryption', { use: 'enc', endorsements: ['msteams'] });
  pairs.set('rogue', newPair());

  const server = createServer((request, response) => {
    const { behaviour } = state;
    if (behaviour === 'silent') return;
    if (behaviour === 'down') response.statusCode = 503;
    if (behaviour === 'down') return response.end();
    if (behaviour === 'garbage') return response.end('<html>');
    if (request.url === '/moved') return response.end(JSON.stringify({ keys: [...announced.values()] }));
    if (request.url === '/keys')
      return response.end(JSON.stringify({ keys: behaviour === 'no-keys' ? [] : [...announced.values()] }));
    state.asked++;
    const elsewhere = `http://localhost:${(server.address() as AddressInfo).port}/moved`;
    response.end(JSON.stringify({ jwks_uri: behaviour === 'moved' ? elsewhere : `${origin}/keys` }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: `${origin}/v1/.well-known/openidconfiguration`,
    state,
    announce,
    withdraw: (kid: string) => announced.delete(kid),
    keyOf: (kid: string) => (pairs.get(kid) ?? (pairs.get('rogue') as Pair)).privateKey,
    publicPem: (kid: string) => (pairs.get(kid) as Pair).publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
export type FakeKeyServer = Awaited<ReturnType<typeof startFakeKeyServer>>;

export interface TokenPlan {
  readonly header?: Readonly<Record<string, unknown>>;
  /** A claim that is undefined is left out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Whose private key signs; that of the header's kid unless given. */
  readonly signedBy?: string;
}

/** A token as the channel would sign it, with the plan's changes. */
export async function mint(keys: FakeKeyServer, good: Record<string, unknown>, plan: TokenPlan = {}): Promise<string> {
  const header = { alg: 'RS256', kid: 'teams', typ: 'JWT', ...plan.header };
  const claims = Object.fromEntries(
    Object.entries({ ...good, ...plan.claims }).filter(([, value]) => value !== undefined),
  );
  if (/^(RS|PS)/.test(header.alg))
    return new SignJWT(claims)
      .setProtectedHeader(header)
      .sign(keys.keyOf(plan.signedBy ?? String(header.kid)), { crit: { exp2: true } });
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = `${encode(header)}.${encode(claims)}`;
  if (!header.alg.startsWith('HS')) return `${unsigned}.`;
  // The public key as if it were a shared secret: the oldest trick with tokens.
  return `${unsigned}.${createHmac('sha256', keys.publicPem('teams')).update(unsigned).digest('base64url')}`;
}
