import { activity, tenant } from './edge.ts';
import type { TokenPlan } from './fake-key-server.ts';
import { appId, type GuardedEdge, outboundToken, startGuardedEdge } from './guarded-edge.ts';

let edge: GuardedEdge;
beforeAll(async () => {
  edge = await startGuardedEdge();
});
afterAll(() => edge.stop());
beforeEach(() => {
  edge.connector.calls.length = 0;
  edge.turns.length = 0;
});

const now = Date.parse('2026-11-23T09:00:00Z') / 1000;
const post = async (plan: TokenPlan, changes: Record<string, unknown> = {}) =>
  edge.post(activity(edge.connector, { text: 'hello', ...changes }), {
    authorization: `Bearer ${await edge.token(plan)}`,
  });

async function expectRefusal(status: 401 | 403, answer: { status: number; text: string }) {
  expect(answer).toMatchObject({ status, text: '' });
  expect(edge.turns).toEqual([]);
  expect(edge.connector.calls).toEqual([]);
}

describe('lets in', () => {
  test.each<[string, TokenPlan]>([
    ['a token of the channel', {}],
    ['RS384', { header: { alg: 'RS384' } }],
    ['RS512', { header: { alg: 'RS512' } }],
    ['expired for 4 minutes, within the tolerance', { claims: { exp: now - 240 } }],
    ['valid in 4 minutes, within the tolerance', { claims: { nbf: now + 240 } }],
    ['no "nbf"', { claims: { nbf: undefined } }],
    ['claims nobody knows', { claims: { colour: 'green' } }],
  ])('%s', async (_name, plan) => {
    expect((await post(plan)).status).toBe(200);
    expect(edge.turns).toHaveLength(1);
    expect(edge.connector.calls.map(({ headers }) => headers.authorization)).toEqual([outboundToken]);
  });

  test('a tenant in capitals', async () => {
    const conversation = { id: 'a:1', conversationType: 'personal', tenantId: tenant.toUpperCase() };
    expect((await post({}, { conversation })).status).toBe(200);
    expect(edge.turns[0]?.actor.tenant).toBe(tenant);
  });
});

describe('refuses a token', () => {
  test.each<[string, TokenPlan]>([
    ['of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['of an issuer that only starts right', { claims: { iss: 'https://api.botframework.com.evil.example' } }],
    ['of the issuer with a slash', { claims: { iss: 'https://api.botframework.com/' } }],
    ['without an issuer', { claims: { iss: undefined } }],
    ['of two issuers', { claims: { iss: ['https://api.botframework.com'] } }],
    ['for another bot', { claims: { aud: '99999999-2222-4333-8444-555555555555' } }],
    ['for this bot and another', { claims: { aud: [appId, '99999999-2222-4333-8444-555555555555'] } }],
    ['for nobody', { claims: { aud: undefined } }],
    ['for an empty name', { claims: { aud: '' } }],
    ['for this bot in other letters', { claims: { aud: `${appId} ` } }],
    ['without a service address', { claims: { serviceurl: undefined } }],
    ['with an empty service address', { claims: { serviceurl: '' } }],
    ['with a service address that is a list', { claims: { serviceurl: ['https://smba.trafficmanager.net/uk/'] } }],
    ['with the service address of somebody else', { claims: { serviceurl: 'https://evil.example/' } }],
    ['expired for 10 minutes', { claims: { exp: now - 600 } }],
    ['expired for 5 minutes and a second', { claims: { exp: now - 301 } }],
    ['that never expires', { claims: { exp: undefined } }],
    ['that expires on a word', { claims: { exp: 'tomorrow' } }],
    ['valid from in an hour', { claims: { nbf: now + 3_600 } }],
    ['valid from a word', { claims: { nbf: 'yesterday' } }],
    ['signed by a key that nobody announced', { header: { kid: 'rogue' } }],
    ['signed by another key than it names', { signedBy: 'rogue' }],
    ['signed by another announced key than it names', { signedBy: 'webchat' }],
    ['signed by an encryption key', { header: { kid: 'for-encryption' } }],
    ['that names no key', { header: { kid: undefined } }],
    ['that names a key by a number', { header: { kid: 7 } }],
    ['that names a key of every object', { header: { kid: '__proto__' } }],
    ['that brings its own key', { header: { kid: undefined, jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } } }],
    ['that says where to find its key', { header: { kid: 'rogue', jku: 'https://evil.example/keys' } }],
    ['of algorithm none', { header: { alg: 'none' } }],
    ['of algorithm none, in capitals', { header: { alg: 'NONE' } }],
    ['signed with the public key as a shared secret', { header: { alg: 'HS256' } }],
    ['of an algorithm that the channel does not use', { header: { alg: 'PS256' } }],
    ['with a critical extension nobody knows', { header: { crit: ['exp2'], exp2: 1 } }],
    [
      'of the emulator (v2, own tenant)',
      { claims: { iss: `https://login.microsoftonline.com/${tenant}/v2.0`, tid: tenant, ver: '2.0', azp: appId } },
    ],
    [
      'of the emulator (v1, Bot Framework tenant)',
      {
        claims: {
          iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
          ver: '1.0',
          appid: appId,
        },
      },
    ],
    [
      'of any other Entra tenant for this bot',
      { claims: { iss: 'https://login.microsoftonline.com/ffffffff-0000-4000-8000-000000000000/v2.0', azp: appId } },
    ],
    [
      'of the kind that the bot itself sends with',
      {
        claims: {
          iss: `https://sts.windows.net/${tenant}/`,
          aud: 'https://api.botframework.com',
          appid: appId,
          ver: '1.0',
        },
      },
    ],
    [
      'of a member signed in to the tab',
      {
        claims: {
          iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
          azp: '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
          scp: 'access_as_user',
        },
      },
    ],
    [
      'of another bot calling a skill',
      {
        claims: {
          iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
          ver: '2.0',
          azp: '99999999-2222-4333-8444-555555555555',
        },
      },
    ],
  ])('%s', async (_name, plan) => expectRefusal(401, await post(plan)));
});

describe('refuses a header', () => {
  test.each<[string, (token: string) => Record<string, string>]>([
    ['that is absent', () => ({})],
    ['that is empty', () => ({ authorization: '' })],
    ['of the scheme alone', () => ({ authorization: 'Bearer' })],
    ['of the scheme and a space', () => ({ authorization: 'Bearer ' })],
    ['of another scheme', (token) => ({ authorization: `Basic ${token}` })],
    ['of no scheme', (token) => ({ authorization: token })],
    ['of the scheme in small letters', (token) => ({ authorization: `bearer ${token}` })],
    ['with two tokens', (token) => ({ authorization: `Bearer ${token} ${token}` })],
    ['with two spaces', (token) => ({ authorization: `Bearer  ${token}` })],
    ['with words', () => ({ authorization: 'Bearer abc.def.ghi' })],
    ['with a token of two parts', (token) => ({ authorization: `Bearer ${token.split('.').slice(0, 2).join('.')}` })],
    ['with a token of five parts', (token) => ({ authorization: `Bearer ${token}.x.y` })],
    ['with a header that is no JSON', (token) => ({ authorization: `Bearer ${token.replace(/^[^.]+/, 'e30x')}` })],
    ['with one changed letter in the claims', (token) => ({ authorization: `Bearer ${changeClaims(token)}` })],
    ['of 9,000 letters', () => ({ authorization: `Bearer ${'a'.repeat(8_980)}.b.c` })],
    ['in the query instead', () => ({ 'x-authorization': 'Bearer a.b.c' })],
  ])('%s', async (_name, headersFor) => {
    const headers = headersFor(await edge.token());
    await expectRefusal(401, await edge.post(activity(edge.connector, { text: 'hello' }), headers));
  });
});

function changeClaims(token: string): string {
  const [header, claims = '', signature] = token.split('.');
  const changed = JSON.stringify({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), extra: 1 });
  return `${header}.${Buffer.from(changed).toString('base64url')}.${signature}`;
}

describe('refuses an activity that a good token may not bring', () => {
  const otherTenant = 'ffffffff-0000-4000-8000-000000000000';
  test.each<[string, 401 | 403, Record<string, unknown>, TokenPlan?]>([
    ['of the emulator', 403, { channelId: 'emulator' }],
    ['of Direct Line', 403, { channelId: 'directline' }],
    ['of web chat', 403, { channelId: 'webchat' }],
    ["of web chat with web chat's key", 403, { channelId: 'webchat' }, { header: { kid: 'webchat' } }],
    ['of the AseChannel', 403, { channelId: 'AseChannel' }],
    ['of Teams in capitals', 403, { channelId: 'MSTeams' }],
    ["with web chat's key", 403, {}, { header: { kid: 'webchat' } }],
    ['with a key endorsed for no channel', 403, {}, { header: { kid: 'bare' } }],
    ['of no channel', 403, { channelId: undefined }],
    ['of a list of channels', 403, { channelId: ['msteams'] }],
    ['without a service address', 401, { serviceUrl: undefined }],
    ['with an empty service address', 401, { serviceUrl: '' }],
    ['with a list of service addresses', 401, { serviceUrl: ['https://smba.trafficmanager.net/uk/'] }],
    ['with another service address', 401, { serviceUrl: 'https://smba.trafficmanager.net/uk/' }],
    [
      'with a service address off the list, though the token agrees',
      403,
      { serviceUrl: 'https://evil.example/' },
      { claims: { serviceurl: 'https://evil.example/' } },
    ],
    ['of another tenant', 403, { conversation: { id: 'a:1', tenantId: otherTenant }, channelData: undefined }],
    ['of no tenant', 403, { conversation: { id: 'a:1' }, channelData: {} }],
    ['of two tenants', 403, { channelData: { tenant: { id: otherTenant } } }],
  ])('%s', async (_name, status, changes, plan = {}) => expectRefusal(status, await post(plan, changes)));

  test.each(['type', 'from', 'recipient', 'conversation'])('without %s, which is no activity', async (field) => {
    const answer = await post({}, { [field]: undefined });
    expect(answer).toMatchObject({ status: 400, text: '' });
    expect(edge.turns).toEqual([]);
  });
});

test('the same activity with the same token is acted on once', async () => {
  const headers = { authorization: `Bearer ${await edge.token()}` };
  const once = activity(edge.connector, { text: 'once' });
  expect((await edge.post(once, headers)).status).toBe(200);
  expect((await edge.post(once, headers)).status).toBe(200);
  expect(edge.turns).toHaveLength(1);
});

test('the log says why, and has neither token nor words', async () => {
  const before = edge.log.length;
  const token = await edge.token({ claims: { iss: 'https://evil.example' } });
  await edge.post(activity(edge.connector, { text: 'my secret words' }), { authorization: `Bearer ${token}` });
  const said = edge.log.slice(before).join('');
  expect(said).toContain('ERR_JWT_CLAIM_VALIDATION_FAILED');
  expect(said).not.toContain(token.slice(0, 40));
  expect(said).not.toContain('secret words');
});
