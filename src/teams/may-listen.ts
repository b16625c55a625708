import { isIP } from 'node:net';
import type { TeamsSettings } from './settings.ts';

/** The settings would let people in whom nobody has authenticated; the message says what to change. */
export class MayNotListen extends Error {
  override readonly name = 'MayNotListen';
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Throws `MayNotListen` unless the bot is authenticated, or local and on loopback (requirement G2). */
export function assertMayListen(settings: TeamsSettings): void {
  const wrong = settings.local ? wrongLocally(settings) : wrongDeployed(settings);
  if (wrong !== undefined) throw new MayNotListen(wrong);
}

function wrongLocally({ credentials, host }: TeamsSettings): string | undefined {
  if (credentials !== null) return 'The local run takes no credentials: unset BOT_LOCAL to serve Teams.';
  if (!isLoopback(host))
    return `Without credentials the bot listens on this machine only: set HOST to 127.0.0.1 instead of ${host}.`;
  return undefined;
}

function wrongDeployed({ credentials, tenants }: TeamsSettings): string | undefined {
  if (credentials === null)
    return 'Without credentials anyone could speak as anyone: set CLIENT_ID and TENANT_ID and a credential, or BOT_LOCAL=1 for a run on this machine only.';
  if (!guid.test(credentials.appId)) return 'CLIENT_ID must be the GUID of the bot registration.';
  if (!guid.test(credentials.tenantId)) return "TENANT_ID must be the GUID of the bot registration's Entra tenant.";
  if (tenants.length === 0)
    return 'ALLOWED_TENANTS is empty: name at least one Entra tenant whose members may use the bot.';
  if (!tenants.every((tenant) => guid.test(tenant)))
    return 'ALLOWED_TENANTS must be a comma-separated list of tenant GUIDs.';
  if (credentials.kind === 'secret' && credentials.secret === '') return 'CLIENT_SECRET is empty.';
  if (credentials.kind === 'certificate' && (credentials.thumbprint === '' || credentials.privateKey === ''))
    return 'A certificate needs CLIENT_CERTIFICATE_THUMBPRINT and CLIENT_CERTIFICATE_KEY.';
  return undefined;
}

/** Numeric addresses only: what "localhost" means is up to the machine. */
export function isLoopback(host: string): boolean {
  return (isIP(host) === 4 && host.startsWith('127.')) || host === '::1';
}
