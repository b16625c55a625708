import type { EntraIdentity } from '../../src/people/entra-token.ts';
import type { TeamsServerParts } from '../../src/teams/server.ts';
import { type Edge, startEdge, tenant } from './edge.ts';
import { type FakeKeyServer, mint, startFakeKeyServer, type TokenPlan } from './fake-key-server.ts';

export const appId = '11111111-2222-4333-8444-555555555555';
export const outboundToken = 'Bearer the-token-of-the-bot';
const credentials: EntraIdentity = { appId, tenantId: tenant, kind: 'SingleTenant', secret: 'not-used' };

export interface GuardedEdge extends Edge {
  readonly keys: FakeKeyServer;
  /** Moves the clock of the edge, in seconds. */
  pass(seconds: number): void;
  token(plan?: TokenPlan): Promise<string>;
}

/** An edge as deployed, with a key server and a clock of its own; `real`: it has to get its tokens itself. */
export async function startGuardedEdge(
  parts: Partial<TeamsServerParts> = {},
  real?: { readonly credentials: EntraIdentity },
): Promise<GuardedEdge> {
  const keys = await startFakeKeyServer();
  let now = Date.parse('2026-11-23T09:00:00Z');
  let allowed = '';
  const edge = await startEdge({
    config: {
      ...{ mode: 'deployed', host: '127.0.0.1', port: 0, tenants: [tenant], keysUrl: keys.url },
      credentials: real?.credentials ?? credentials,
    },
    clock: () => new Date(now),
    standIn: {
      ...(real ? {} : { token: async () => 'the-token-of-the-bot' }),
      maySendTo: (url) => url.startsWith(allowed),
    },
    ...parts,
  });
  allowed = edge.connector.url;
  const good = () => ({
    iss: 'https://api.botframework.com',
    aud: appId,
    serviceurl: edge.connector.url,
    nbf: now / 1000 - 60,
    exp: now / 1000 + 3_600,
  });
  return {
    ...edge,
    keys,
    pass: (seconds) => {
      now += seconds * 1_000;
    },
    token: (plan) => mint(keys, good(), plan),
    stop: async () => {
      await edge.stop();
      await keys.close();
    },
  };
}
