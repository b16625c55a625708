import { isIP } from 'node:net';
import type { EntraIdentity } from '../people/entra-token.ts';
import type { TeamsSettings } from './settings.ts';

/** The settings would let in people whom nobody has authenticated; the message says what to change. */
export class MayNotListen extends Error {
  override readonly name = 'MayNotListen';
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Throws `MayNotListen` unless every member is authenticated, or the run is local and on loopback (requirement G2). */
export function assertMayListen(settings: TeamsSettings): void {
  const wrong = settings.mode === 'local' ? wrongLocally(settings) : wrongDeployed(settings);
  if (wrong !== undefined) throw new MayNotListen(wrong);
}

function wrongLocally({ credentials, host }: TeamsSettings): string | undefined {
  if (credentials !== null)
    return 'RUN_MODE is local but CLIENT_ID is set: unset CLIENT_ID and TENANT_ID, or set RUN_MODE to deployed to serve Teams.';
  if (!isLoopback(host))
    return "HOST is another address than this machine's own: without credentials the bot listens on this machine only, so set HOST to 127.0.0.1.";
  return undefined;
}

function wrongDeployed({ credentials, tenants }: TeamsSettings): string | undefined {
  if (credentials === null)
    return 'CLIENT_ID and TENANT_ID are missing: without them anyone could speak as anyone. Set them, or set RUN_MODE to local for a run on this machine only.';
  if (!guid.test(credentials.appId)) return 'CLIENT_ID must be the GUID of the bot registration.';
  if (!guid.test(credentials.tenantId))
    return 'TENANT_ID must be the GUID of the Entra tenant of the bot registration.';
  if (tenants.length === 0) return 'ALLOWED_TENANTS is empty: name the Entra tenants whose members may use the bot.';
  if (!tenants.every((tenant) => guid.test(tenant)))
    return 'ALLOWED_TENANTS must be tenant GUIDs, separated by commas.';
  return wrongProof(credentials);
}

function wrongProof({ kind, secret, certificate }: EntraIdentity): string | undefined {
  if (kind === 'UserAssignedMSI')
    return secret || certificate
      ? 'BOT_TYPE is UserAssignedMSI, which has no secret: unset CLIENT_SECRET and CLIENT_CERTIFICATE_PATH.'
      : undefined;
  return secret || certificate?.pem
    ? undefined
    : 'BOT_TYPE is SingleTenant but CLIENT_SECRET and CLIENT_CERTIFICATE_PATH are missing.';
}

/** Numeric addresses only: what "localhost" means is up to the machine. */
export function isLoopback(host: string): boolean {
  return (isIP(host) === 4 && host.startsWith('127.')) || host === '::1';
}
