import type { TokenPlan } from '../teams/fake-key-server.ts';
import { appId } from '../teams/guarded-edge.ts';
import { clientId, startTabWorld, type TabWorld } from './tab-world.ts';

let tab: TabWorld;
beforeAll(async () => {
  tab = await startTabWorld();
}, 120_000);
afterAll(() => tab.stop());

const now = Date.parse('2026-06-08T08:00:00Z') / 1_000;
const other = '99999999-0000-4000-8000-000000000000';
const issuer = (tenant: string) => `https://login.microsoftonline.com/${tenant}/v2.0`;

async function askWith(authorization: string): Promise<Response> {
  return fetch(`${tab.root}/tab/api/me`, { headers: { authorization } });
}

test.each<[string, TokenPlan]>([
  ['a token that Teams got from Entra', {}],
  ['expired for 4 minutes, within the tolerance', { claims: { exp: now - 240 } }],
  ['with further scopes', { claims: { scp: 'openid access_as_user' } }],
  ['through Teams on the desktop', { claims: { azp: '1fec8e78-bce4-4aaf-ab1b-5451cc387264' } }],
])('lets in: %s', async (_name, plan) => {
  const response = await askWith(`Bearer ${await tab.token('Priya', plan)}`);
  expect([response.status, await response.json()]).toEqual([
    200,
    { name: 'Priya Nandakumar', incidents: true, figures: false },
  ]);
});

test.each<[string, TokenPlan]>([
  ['of another issuer', { claims: { iss: 'https://evil.example' } }],
  ['of another tenant, and of its issuer', { claims: { tid: other, iss: issuer(other) } }],
  ['of our tenant, by the issuer of another', { claims: { iss: issuer(other) } }],
  ['of another tenant, by our issuer', { claims: { tid: other } }],
  ['of version 1', { claims: { ver: '1.0' } }],
  ['for the bot', { claims: { aud: appId } }],
  ['for us and another', { claims: { aud: [clientId, appId] } }],
  ['for Graph', { claims: { aud: 'https://graph.microsoft.com' } }],
  ['without an audience', { claims: { aud: undefined } }],
  ['of a program by itself', { claims: { idtyp: 'app', scp: undefined } }],
  ['of a program that claims a scope', { claims: { idtyp: 'app' } }],
  ['without our scope', { claims: { scp: 'User.Read' } }],
  ['with a scope that only begins like ours', { claims: { scp: 'access_as_user2' } }],
  ['asked for by another client', { claims: { azp: clientId } }],
  ['without a client', { claims: { azp: undefined } }],
  ['without a person', { claims: { oid: undefined } }],
  ['of a person that is no id', { claims: { oid: 'priya' } }],
  ['expired for 6 minutes', { claims: { exp: now - 360 } }],
  ['not yet valid', { claims: { nbf: now + 360 } }],
  ['without an end', { claims: { exp: undefined } }],
  ['signed by nobody we know', { signedBy: 'rogue' }],
  ['by a key that is not announced', { header: { kid: 'rogue' } }],
  ['unsigned', { header: { alg: 'none' } }],
  ['signed with the public key as a secret', { header: { alg: 'HS256' } }],
  ['signed in another way than Entra does', { header: { alg: 'RS512' } }],
])('refuses a token %s', async (_name, plan) => {
  const response = await askWith(`Bearer ${await tab.token('Priya', plan)}`);
  expect([response.status, await response.text()]).toEqual([401, '{}']);
});

test.each([
  'Bearer',
  'Bearer a.b.c',
  'Basic cHJpeWE6cHJpeWE=',
  'Local 10000000-0000-4000-8000-000000000005',
  `Bearer ${'a'.repeat(9_000)}.b.c`,
])('refuses %.40s', async (authorization) => {
  expect((await askWith(authorization)).status).toBe(401);
});

test('logs why, and neither the token nor whose it was', async () => {
  tab.log.length = 0;
  const token = await tab.token('Priya', { claims: { azp: clientId } });
  await askWith(`Bearer ${token}`);
  expect(tab.log.join()).toContain('asked for by another client');
  for (const secret of [token, 'Priya', '10000000-0000-4000-8000-000000000005'])
    expect(tab.log.join()).not.toContain(secret);
});
