import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, TeamsActivityHandler } from 'botbuilder';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { pino } from 'pino';
import restify from 'restify';
import type { Request } from '../src/requests/request.ts';
import { createTeamsServer } from '../src/teams/server.ts';
import { memoryStore } from '../test/teams/memory-store.ts';

/**
 * Two servers with the same keys, the same restify and the same one-line answer: the product's edge, and botbuilder's
 * stock adapter behind restify's body parser. Prints one JSON line with their ports, a token and process figures on demand.
 */
const appId = '11111111-2222-4333-8444-555555555555';
const tenant = 'aaaaaaaa-0000-4000-8000-000000000000';
const connectorUrl = process.argv[2] ?? '';
const which = process.argv[3];

const { publicKey, privateKey } = await generateKeyPair('RS256');
const jwk = { ...(await exportJWK(publicKey)), kid: 'teams', use: 'sig', endorsements: ['msteams'] };
const keyServer = createServer((request, response) =>
  response.end(JSON.stringify(request.url === '/keys' ? { keys: [jwk] } : { jwks_uri: `${origin}/keys` })),
);
await new Promise<void>((done) => keyServer.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}`;

const token = await new SignJWT({ serviceurl: connectorUrl })
  .setProtectedHeader({ alg: 'RS256', kid: 'teams' })
  .setIssuer('https://api.botframework.com')
  .setAudience(appId)
  .setExpirationTime('1h')
  .sign(privateKey);

const credentials = {
  isValidAppId: async (id: string) => id === appId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async (request: { headers: { set(name: string, value: string): void } }) => {
      request.headers.set('authorization', 'Bearer a-token-of-the-bot');
      return request;
    },
  }),
} as never;

async function serveOwn(): Promise<number> {
  const server = createTeamsServer({
    config: {
      mode: 'deployed',
      host: '127.0.0.1',
      port: 0,
      credentials: { appId, tenantId: tenant, kind: 'SingleTenant', secret: 'x' },
      tenants: [tenant],
      keysUrl: `${origin}/metadata`,
    },
    answer: async () => [{ kind: 'toast', text: 'echo' }],
    readSentence: () => ({ kind: 'help' }),
    readPress: () => ({ kind: 'help' }) as Request,
    store: memoryStore(),
    logger: pino({ level: 'silent' }),
    clock: () => new Date(),
    standIn: { token: async () => 'a-token-of-the-bot', maySendTo: (url) => url.startsWith(connectorUrl) },
  });
  return Number(new URL(await server.listen()).port);
}

class EchoBot extends TeamsActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity('echo');
      await next();
    });
  }
}

async function serveStock(): Promise<number> {
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: appId,
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: 'https://api.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: `${origin}/metadata`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${origin}/metadata`,
      CallerId: 'urn:botframework:azure',
    },
    credentials,
  );
  const adapter = new CloudAdapter(authentication);
  const bot = new EchoBot();
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    await adapter.process(request as never, response, (context) => bot.run(context));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server.address().port;
}

if (which === 'stock') console.error = () => {}; // It prints every refusal with its stack.
const port = which === 'stock' ? await serveStock() : await serveOwn();
console.log(JSON.stringify({ token }));
console.log(`listening ${port}`);
