import type { TokenCredential } from '@azure/identity';
import { ClientSecretCredential, ManagedIdentityCredential } from '@azure/identity';
import { DirectoryDown } from './directory.ts';

/** The bot's own identity in Entra. */
export interface GraphCredentials {
  readonly appId: string;
  readonly tenantId: string;
  readonly kind: 'UserAssignedMSI' | 'SingleTenant';
  /** Only with SingleTenant. */
  readonly secret: string | null;
}

/** Tokens for Microsoft Graph; kept and renewed by the identity library. Throws `DirectoryDown` when there is none to be had. */
export function graphToken(credentials: GraphCredentials, scope = 'https://graph.microsoft.com/.default') {
  const credential: TokenCredential =
    credentials.kind === 'UserAssignedMSI'
      ? new ManagedIdentityCredential({ clientId: credentials.appId })
      : new ClientSecretCredential(credentials.tenantId, credentials.appId, credentials.secret ?? '');
  return async (): Promise<string> => {
    const token = await credential.getToken(scope).catch(() => null);
    if (token === null) throw new DirectoryDown('no token for Microsoft Graph');
    return token.token;
  };
}
