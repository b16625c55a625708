import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned } from '../self-signed.ts';
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
  ['valid for long', 400, /ok +proof to Entra: a certificate, valid for (399|400) days$/m],
  ['about to run out', 5, /ok +proof to Entra: .*soon$/m],
  ['run out', -2, /CHANGE +proof to Entra: the certificate .* has run out/],
])('a certificate that is %s', async (_name, days, said) => {
  const { certificate, privateKey } = selfSigned(new Date(Date.now() + days * 86_400_000));
  const path = join(folder, `${canary}.pem`);
  writeFileSync(path, certificate + privateKey);
  expect((await examine({ ...deployed, CLIENT_CERTIFICATE_PATH: path })).out).toMatch(said);
});

test.each([
  ['a key that is none', { ...deployed, CLIENT_SECRET: 'another-s3cret', DATA_KEY: canary }],
  ['a port that is none', { RUN_MODE: 'local', PORT: canary }],
  ['an address of the network', { RUN_MODE: 'local', HOST: canary }],
])('%s is told by the name of the setting alone', async (_name, settings) => {
  expect((await examine(settings)).code).toBe(1);
});
