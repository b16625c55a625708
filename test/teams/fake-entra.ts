import { createServer as createHttpServer } from 'node:http';
import { Agent, createServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { selfSigned } from '../self-signed.ts';

export interface Asked {
  readonly host: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly form: URLSearchParams;
}

/**
 * Stands for Entra's sign-in service and for the identity endpoint of Azure. The former is fixed in the libraries to a
 * host with TLS, so while this runs whatever this process asks of any host over TLS comes here.
 */
export async function startFakeEntra() {
  const asked: Asked[] = [];
  const state = { status: 200, silent: false };
  const { certificate, privateKey } = selfSigned();
  let tokens = 0;
  const listener: Parameters<typeof createHttpServer>[1] = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { headers, url = '' } = request;
      const form = new URLSearchParams(Buffer.concat(chunks).toString());
      response.setHeader('content-type', 'application/json');
      if (url.includes('openid-configuration')) return response.end(JSON.stringify(metadataOf(url)));
      if (url.includes('discovery')) return response.end('{"tenant_discovery_endpoint":"","metadata":[]}');
      asked.push({ host: headers.host ?? '', path: url, headers, form });
      if (state.silent) return;
      response.statusCode = state.status;
      if (state.status !== 200)
        return response.end(JSON.stringify({ error: 'invalid_client', error_codes: [7000215] }));
      tokens++;
      const token = { access_token: `token-${tokens}`, token_type: 'Bearer', expires_in: 3_600 };
      response.end(JSON.stringify({ ...token, expires_on: String(Math.floor(Date.now() / 1_000) + 3_600) }));
    });
  };
  const secure = createServer({ key: privateKey, cert: certificate }, listener);
  const plain = createHttpServer(listener);
  const ports = await Promise.all([secure, plain].map(listen));
  const { createConnection } = Agent.prototype as unknown as { createConnection: (...args: unknown[]) => unknown };
  const here = { host: '127.0.0.1', port: ports[0], ca: certificate, checkServerIdentity: () => undefined };
  Object.assign(Agent.prototype, {
    createConnection(this: Agent, options: object, ...rest: unknown[]) {
      return createConnection.call(this, { ...options, ...here }, ...rest);
    },
  });
  return {
    asked,
    state,
    identityEndpoint: `http://127.0.0.1:${ports[1]}/msi/token`,
    async close() {
      Object.assign(Agent.prototype, { createConnection });
      for (const server of [secure, plain]) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
}
export type FakeEntra = Awaited<ReturnType<typeof startFakeEntra>>;

function metadataOf(url: string) {
  const tenant = url.split('/')[1];
  const at = `https://login.microsoftonline.com/${tenant}`;
  return {
    ...{ issuer: `${at}/v2.0`, token_endpoint: `${at}/oauth2/v2.0/token`, jwks_uri: `${at}/discovery/v2.0/keys` },
    authorization_endpoint: `${at}/oauth2/v2.0/authorize`,
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}
