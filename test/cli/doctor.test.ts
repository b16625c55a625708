import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sayProof } from '../../src/cli/say-proof.ts';
import type { Credentials } from '../../src/config.ts';
import { call } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
const before = { ...process.env };
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!Object.hasOwn(before, name)) delete process.env[name];
  Object.assign(process.env, before);
});
afterAll(() => rmSync(folder, { recursive: true }));

const canary = 'canary-s3cret-value';
const deployed = {
  ...{
    RUN_MODE: 'deployed',
    DATA_DIR: folder,
    BOT_TYPE: 'SingleTenant',
    DATA_KEY: Buffer.alloc(32, 7).toString('hex'),
  },
  ...{ CLIENT_ID: '11111111-2222-4333-8444-555555555555', TENANT_ID: 'aaaaaaaa-0000-4000-8000-000000000000' },
  DATABASE_URL: `postgres://${canary}:${canary}@127.0.0.1:1/${canary}`,
};

async function examine(settings: Record<string, string>): Promise<{ code: number; out: string }> {
  Object.assign(process.env, settings);
  const { code, out, err } = await call(['doctor']);
  expect(out + err).not.toContain(canary);
  for (const secret of ['DATA_KEY', 'CLIENT_SECRET'])
    if (settings[secret]) expect(out + err).not.toContain(settings[secret]);
  return { code, out };
}

test('a local run is in order', async () => {
  const { code, out } = await examine({ RUN_MODE: 'local', DATA_DIR: folder });
  expect([code, out]).toEqual([0, expect.stringContaining('Everything is in place.')]);
});

test('whatever is missing is named at once', async () => {
  const { code, out } = await examine({ RUN_MODE: 'deployed', TENANT_ID: '', CLIENT_ID: '' });
  expect(code).toBe(1);
  for (const name of ['CLIENT_ID', 'TENANT_ID', 'DATABASE_URL', 'DATA_KEY']) expect(out).toContain(name);
});

test('a database that cannot be reached is told without its address, user, password or name', async () => {
  const { code, out } = await examine({ ...deployed, CLIENT_SECRET: canary });
  expect(code).toBe(1);
  expect(out).toMatch(/ok +proof to Entra: a secret/);
  expect(out).toMatch(/CHANGE +store and keys: The database cannot be reached/);
});

test.each([
  ['valid for long', 400, 'a certificate, valid for 400 days'],
  ['about to run out', 5, 'a certificate, valid for 5 days: put a new one there and into Entra soon'],
])('a certificate that is %s', (_name, days, said) => {
  expect(sayProof(withCertificate(days), now)).toBe(said);
});

test('a certificate that has run out has to be changed', () => {
  expect(() => sayProof(withCertificate(-2), now)).toThrow('CLIENT_CERTIFICATE_PATH has run out');
});

const now = new Date('2026-11-23T09:00:00Z');
function withCertificate(days: number): Credentials {
  const validTo = new Date(now.getTime() + days * 86_400_000).toISOString();
  const certificate = { pem: canary, privateKey: canary, thumbprint: canary, validTo };
  return { appId: 'a', tenantId: 't', kind: 'SingleTenant', secret: null, certificate };
}

test.each([
  ['a key that is none', { ...deployed, CLIENT_SECRET: 'another-s3cret', DATA_KEY: canary }],
  ['a port that is none', { RUN_MODE: 'local', PORT: canary }],
])('%s is told by the name of the setting alone', async (_name, settings) => {
  expect((await examine(settings)).code).toBe(1);
});
