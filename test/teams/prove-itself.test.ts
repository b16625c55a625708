import { createHash, X509Certificate } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import type { EntraIdentity } from '../../src/people/entra-token.ts';
import { entraToken, NoToken } from '../../src/people/entra-token.ts';
import { selfSigned } from '../self-signed.ts';
import { activity, tenant } from './edge.ts';
import { type FakeEntra, startFakeEntra } from './fake-entra.ts';
import { appId, startGuardedEdge } from './guarded-edge.ts';

/** An edge as deployed, with nothing standing in for its identity: it has to ask for the token that it sends with. */
let entra: FakeEntra;
const before = { ...process.env };
beforeAll(async () => {
  entra = await startFakeEntra();
  process.env.IDENTITY_ENDPOINT = entra.identityEndpoint;
  process.env.IDENTITY_HEADER = 'header-of-the-endpoint';
  // What a developer's machine, or another program's settings, may hold: none of it is the bot's.
  Object.assign(process.env, { AZURE_CLIENT_ID: 'a', AZURE_TENANT_ID: 'b', AZURE_CLIENT_SECRET: 'another-s3cret' });
});
afterAll(async () => {
  for (const name of Object.keys(process.env)) if (!Object.hasOwn(before, name)) delete process.env[name];
  await entra.close();
});
beforeEach(() => {
  entra.asked.length = 0;
  Object.assign(entra.state, { status: 200, silent: false });
});

const own = selfSigned();
const app = { appId, tenantId: tenant };
const bySecret: EntraIdentity = { ...app, kind: 'SingleTenant', secret: 's3cret-of-the-bot' };
const byCertificate: EntraIdentity = {
  ...{ ...app, kind: 'SingleTenant', secret: null },
  certificate: { pem: own.certificate + own.privateKey },
};
const byManagedIdentity: EntraIdentity = { ...app, kind: 'UserAssignedMSI', secret: null };

/** Says hello a few times at once; with which tokens the replies came, and what was logged. */
async function sayHello(credentials: EntraIdentity, times = 1) {
  const edge = await startGuardedEdge({}, { credentials });
  try {
    const authorization = `Bearer ${await edge.token()}`;
    const hellos = Array.from({ length: times }, () => activity(edge.connector, { text: 'hello' }));
    await Promise.all(hellos.map((hello) => edge.post(hello, { authorization })));
    return { sent: edge.connector.calls.map(({ headers }) => headers.authorization), log: edge.log.join('') };
  } finally {
    await edge.stop();
  }
}

const tokenPath = `/${tenant}/oauth2/v2.0/token`;
const withoutQuery = (path: string) => path.replace(/\?.*/, '');

test('a certificate signs what the bot asks Entra for its token with, and the reply carries that token', async () => {
  const { sent } = await sayHello(byCertificate);
  expect(entra.asked).toHaveLength(1);
  const { host, path, form } = entra.asked[0] as (typeof entra.asked)[number];
  expect([host, withoutQuery(path)]).toEqual(['login.microsoftonline.com', tokenPath]);
  expect(Object.fromEntries(form)).toMatchObject({
    ...{ grant_type: 'client_credentials', client_id: appId },
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  });
  expect(form.get('scope')?.split(' ')).toContain('https://api.botframework.com/.default');
  expect(form.has('client_secret')).toBe(false);
  const assertion = form.get('client_assertion') ?? '';
  const certificate = new X509Certificate(own.certificate);
  const { payload } = await jwtVerify(assertion, certificate.publicKey, {
    ...{ issuer: appId, subject: appId, audience: `https://login.microsoftonline.com${tokenPath}` },
    ...{ algorithms: ['PS256', 'RS256'], requiredClaims: ['exp', 'jti'], clockTolerance: 5 },
  });
  expect(Number(payload.exp) * 1_000 - Date.now()).toBeLessThan(15 * 60_000);
  const thumbprint = createHash('sha256').update(certificate.raw).digest('base64url');
  expect(decodeProtectedHeader(assertion)).toMatchObject({ 'x5t#S256': thumbprint });
  expect(decodeURIComponent(form.toString())).not.toContain('PRIVATE KEY');
  expect(sent).toEqual([expect.stringMatching(/^Bearer token-\d+$/)]);
});

test('a secret goes to Entra alone, and what comes back goes to the connector alone', async () => {
  const { sent, log } = await sayHello(bySecret);
  expect(entra.asked.map(({ host, path, form }) => [host, withoutQuery(path), form.get('client_secret')])).toEqual([
    ['login.microsoftonline.com', tokenPath, 's3cret-of-the-bot'],
  ]);
  expect(sent).toEqual([expect.stringMatching(/^Bearer token-\d+$/)]);
  expect(log).not.toMatch(/s3cret|token-\d/);
});

test('a managed identity asks the endpoint of its machine, for itself, and nobody else', async () => {
  const { sent } = await sayHello(byManagedIdentity);
  expect(entra.asked).toHaveLength(1);
  const { path, headers } = entra.asked[0] as (typeof entra.asked)[number];
  const { pathname, searchParams } = new URL(path, entra.identityEndpoint);
  expect([pathname, headers['x-identity-header']]).toEqual(['/msi/token', 'header-of-the-endpoint']);
  expect([searchParams.get('client_id'), searchParams.get('resource')]).toEqual([
    appId,
    'https://api.botframework.com',
  ]);
  expect(sent).toEqual([expect.stringMatching(/^Bearer token-\d+$/)]);
});

test.each([
  ['a secret', bySecret],
  ['a certificate', byCertificate],
  ['a managed identity', byManagedIdentity],
])('with %s, twenty replies at once and one later are sent with one token', async (_name, identity) => {
  const ask = entraToken(identity, 'https://service.example.org/.default');
  const tokens = await Promise.all(Array.from({ length: 20 }, () => ask()));
  expect(new Set([...tokens, await ask()]).size).toBe(1);
  expect(entra.asked).toHaveLength(1);
});

test('an identity that Entra refuses: the member is answered by a status, nothing is sent, and no secret is told', async () => {
  entra.state.status = 401;
  const { sent, log } = await sayHello(bySecret);
  expect(sent).toEqual([]);
  expect(log).toContain('NoToken');
  expect(log).not.toMatch(/s3cret|invalid_client|7000215/);
});

test('who is refused a token may ask again and get one; who hears nothing waits for so long only', async () => {
  const ask = entraToken(bySecret, 'https://api.botframework.com/.default', 300);
  entra.state.status = 401;
  await expect(ask()).rejects.toThrow(NoToken);
  entra.state.status = 200;
  expect(await ask()).toMatch(/^token-/);
  entra.state.silent = true;
  await expect(entraToken(bySecret, 'x/.default', 300)()).rejects.toThrow(NoToken);
});
