import type { EntraIdentity } from '../../src/people/entra-token.ts';
import { assertMayListen, MayNotListen } from '../../src/teams/may-listen.ts';
import type { TeamsSettings } from '../../src/teams/settings.ts';

const local: TeamsSettings = { mode: 'local', host: '127.0.0.1', port: 3978, credentials: null, tenants: [] };
const app: EntraIdentity = {
  appId: '11111111-2222-4333-8444-555555555555',
  tenantId: 'aaaaaaaa-0000-4000-8000-000000000000',
  kind: 'UserAssignedMSI',
  secret: null,
};
const deployed: TeamsSettings = {
  mode: 'deployed',
  host: '0.0.0.0',
  port: 3978,
  credentials: app,
  tenants: [app.tenantId],
};
const tenant = { kind: 'SingleTenant' } as const;
const certificate = { pem: 'PEM' };

describe('starts', () => {
  test.each<[string, TeamsSettings]>([
    ['local on 127.0.0.1', local],
    ['local on another address of loopback', { ...local, host: '127.0.0.2' }],
    ['local on ::1', { ...local, host: '::1' }],
    ['deployed with a managed identity', deployed],
    ['deployed on loopback, behind a proxy', { ...deployed, host: '127.0.0.1' }],
    ['deployed with a secret', { ...deployed, credentials: { ...app, ...tenant, secret: 's' } }],
    ['deployed with a certificate', { ...deployed, credentials: { ...app, ...tenant, certificate } }],
  ])('%s', (_name, settings) => expect(() => assertMayListen(settings)).not.toThrow());
});

describe('refuses to start, naming the setting to change', () => {
  test.each<[string, TeamsSettings, string]>([
    ['local on every interface', { ...local, host: '0.0.0.0' }, 'HOST'],
    ['local on every interface of IPv6', { ...local, host: '::' }, 'HOST'],
    ['local on an empty host, which is every interface', { ...local, host: '' }, 'HOST'],
    ['local on a name', { ...local, host: 'localhost' }, 'HOST'],
    ['local on a name that starts like loopback', { ...local, host: '127.example.org' }, 'HOST'],
    ['local on the network', { ...local, host: '192.0.2.7' }, 'HOST'],
    ['local with credentials', { ...local, credentials: app }, 'RUN_MODE'],
    ['deployed without credentials', { ...deployed, credentials: null }, 'CLIENT_ID'],
    ['deployed without credentials, on loopback', { ...deployed, host: '127.0.0.1', credentials: null }, 'CLIENT_ID'],
    ['an empty app id', { ...deployed, credentials: { ...app, appId: '' } }, 'CLIENT_ID'],
    ['a blank app id', { ...deployed, credentials: { ...app, appId: ' ' } }, 'CLIENT_ID'],
    ['an app id that is a name', { ...deployed, credentials: { ...app, appId: 'my-bot' } }, 'CLIENT_ID'],
    ['no tenant', { ...deployed, credentials: { ...app, tenantId: '' } }, 'TENANT_ID'],
    ['nobody allowed', { ...deployed, tenants: [] }, 'ALLOWED_TENANTS'],
    ['everybody allowed', { ...deployed, tenants: ['*'] }, 'ALLOWED_TENANTS'],
    ['no secret', { ...deployed, credentials: { ...app, ...tenant } }, 'CLIENT_SECRET'],
    ['a managed identity with a secret', { ...deployed, credentials: { ...app, secret: 's3cret' } }, 'CLIENT_SECRET'],
    [
      'an empty certificate',
      { ...deployed, credentials: { ...app, ...tenant, certificate: { pem: '' } } },
      'CLIENT_CERTIFICATE_PATH',
    ],
  ])('%s', (_name, settings, setting) => {
    expect(() => assertMayListen(settings)).toThrow(MayNotListen);
    expect(() => assertMayListen(settings)).toThrow(setting);
    expect(() => assertMayListen(settings)).not.toThrow('s3cret');
  });
});
