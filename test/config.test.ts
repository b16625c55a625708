import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadConfig, readConfig } from '../src/config.ts';
import { selfSigned } from './self-signed.ts';

const folder = mkdtempSync(join(tmpdir(), 'config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const good = selfSigned();
const path = fileOf('good.pem', good.certificate + good.privateKey);
const canary = 'canary-s3cret-value';

const deployed = {
  ...{ RUN_MODE: 'deployed', DATABASE_URL: 'postgres://db.example.org/x', DATA_KEY: 'key' },
  ...{ CLIENT_ID: '11111111-2222-4333-8444-555555555555', TENANT_ID: 'aaaaaaaa-0000-4000-8000-000000000000' },
};

test('nothing set is a local run on loopback, with limits and without traces', () => {
  expect(readConfig({})).toMatchObject({
    ...{ mode: 'local', host: '127.0.0.1', port: 3978, credentials: null, healthPort: null, tracingModule: null },
    rates: { perPerson: 120, perTenant: 12_000 },
  });
});

describe('how the bot proves itself', () => {
  test('by a managed identity, unless told', () => {
    expect(readConfig(deployed).credentials).toMatchObject({
      ...{ kind: 'UserAssignedMSI', secret: null, certificate: null },
    });
  });

  test('by a secret', () => {
    const { credentials } = readConfig({ ...deployed, BOT_TYPE: 'SingleTenant', CLIENT_SECRET: canary });
    expect(credentials).toMatchObject({ kind: 'SingleTenant', secret: canary, certificate: null });
  });

  test('by a certificate, whose thumbprint is taken from it', () => {
    const { credentials } = readConfig({ ...deployed, BOT_TYPE: 'SingleTenant', CLIENT_CERTIFICATE_PATH: path });
    expect(credentials?.certificate).toMatchObject({
      ...{ pem: good.certificate + good.privateKey, privateKey: good.privateKey },
      ...{ thumbprint: expect.stringMatching(/^[0-9A-F]{40}$/), validTo: '2036-01-01T00:00:00.000Z' },
    });
  });

  test('a thumbprint may be given as Entra or Windows write it', () => {
    const settings = { ...deployed, BOT_TYPE: 'SingleTenant', CLIENT_CERTIFICATE_PATH: path };
    const thumbprint = readConfig(settings).credentials?.certificate?.thumbprint ?? '';
    const written = thumbprint.toLowerCase().replace(/../g, '$& ').trim();
    expect(() => readConfig({ ...settings, CLIENT_CERTIFICATE_THUMBPRINT: written })).not.toThrow();
  });
});

const certificate = { ...deployed, BOT_TYPE: 'SingleTenant' };
const other = selfSigned();
test.each<[string, Record<string, string>, string]>([
  ['a mode that there is not', { RUN_MODE: canary }, 'RUN_MODE'],
  ['a port that is a word', { PORT: canary }, 'PORT'],
  ['a port beyond the last', { PORT: '65536' }, 'PORT'],
  ['a rate below nothing', { TURNS_PER_PERSON: '-1' }, 'TURNS_PER_PERSON'],
  ['a rate that is half a turn', { TURNS_PER_TENANT: '0.5' }, 'TURNS_PER_TENANT'],
  ['a switch that is neither on nor off', { REPORTING: canary }, 'REPORTING'],
  ['a tab at no address', { TAB_ENDPOINT: canary }, 'TAB_ENDPOINT'],
  ['a mail server at no address', { MAIL_SERVER: canary, MAIL_FROM: 'bot@example.org' }, 'MAIL_SERVER'],
  ['a kind of bot that there is not', { ...deployed, BOT_TYPE: canary }, 'BOT_TYPE'],
  ['half an identity', { CLIENT_ID: canary }, 'TENANT_ID'],
  ['deployed without anything', { RUN_MODE: 'deployed' }, 'DATABASE_URL is missing; DATA_KEY is missing'],
  ['neither secret nor certificate', certificate, 'CLIENT_CERTIFICATE_PATH'],
  ['both of them', { ...certificate, CLIENT_SECRET: canary, CLIENT_CERTIFICATE_PATH: path }, 'unset one'],
  ['a certificate that is not there', { ...certificate, CLIENT_CERTIFICATE_PATH: `/none/${canary}` }, 'ENOENT'],
  [
    'a file without a certificate',
    { ...certificate, CLIENT_CERTIFICATE_PATH: fileOf('a.pem', canary) },
    'no certificate in PEM',
  ],
  [
    'a certificate without its key',
    { ...certificate, CLIENT_CERTIFICATE_PATH: fileOf('b.pem', good.certificate) },
    'no private key',
  ],
  [
    "another's key",
    { ...certificate, CLIENT_CERTIFICATE_PATH: fileOf('c.pem', good.certificate + other.privateKey) },
    'not that of the certificate',
  ],
  [
    'another certificate than expected',
    { ...certificate, CLIENT_CERTIFICATE_PATH: path, CLIENT_CERTIFICATE_THUMBPRINT: 'AB'.repeat(20) },
    'CLIENT_CERTIFICATE_THUMBPRINT',
  ],
  [
    'a thumbprint of nothing',
    { ...certificate, CLIENT_SECRET: canary, CLIENT_CERTIFICATE_THUMBPRINT: 'AB' },
    'CLIENT_CERTIFICATE_PATH is missing',
  ],
])('%s is refused by name, without the value', (_name, environment, named) => {
  let message = '';
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(BadConfig);
    message = (error as Error).message;
  }
  expect(message).toContain(named);
  expect(message).not.toContain(canary);
  expect(message).not.toContain('PRIVATE KEY');
});
