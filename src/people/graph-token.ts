import type { TokenCredential } from '@azure/identity';
import { ClientCertificateCredential, ClientSecretCredential, ManagedIdentityCredential } from '@azure/identity';
import { DirectoryDown } from './directory.ts';

/** The bot's own identity in Entra. */
export interface GraphCredentials {
  readonly appId: string;
  readonly tenantId: string;
  readonly kind: 'UserAssignedMSI' | 'SingleTenant';
  /** With SingleTenant, this or the certificate. */
  readonly secret: string | null;
  /** Certificate and private key in PEM. */
  readonly certificate?: { readonly pem: string } | null;
}

/** Tokens for Microsoft Graph; kept and renewed by the identity library. Throws `DirectoryDown` when there is none to be had. */
export function graphToken(credentials: GraphCredentials, scope = 'https://graph.microsoft.com/.default') {
  const credential = credentialFor(credentials);
  return async (): Promise<string> => {
    const token = await credential.getToken(scope).catch(() => null);
    if (token === null) throw new DirectoryDown('no token for Microsoft Graph');
    return token.token;
  };
}

function credentialFor({ kind, appId, tenantId, secret, certificate }: GraphCredentials): TokenCredential {
  if (kind === 'UserAssignedMSI') return new ManagedIdentityCredential({ clientId: appId });
  if (certificate) return new ClientCertificateCredential(tenantId, appId, { certificate: certificate.pem });
  return new ClientSecretCredential(tenantId, appId, secret ?? '');
}
