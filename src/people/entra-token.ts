import { setTimeout as wait } from 'node:timers/promises';
import type { TokenCredential } from '@azure/identity';
import { ClientCertificateCredential, ClientSecretCredential, ManagedIdentityCredential } from '@azure/identity';

/** The bot's own identity in Entra. */
export interface EntraIdentity {
  readonly appId: string;
  readonly tenantId: string;
  /** A managed identity in Azure, or a registration of one tenant with a secret or a certificate. */
  readonly kind: 'UserAssignedMSI' | 'SingleTenant';
  readonly secret: string | null;
  /** Certificate and private key in PEM. */
  readonly certificate?: { readonly pem: string } | null;
}

/** No token is to be had: Entra refuses the identity, or does not answer. What it said is not repeated. */
export class NoToken extends Error {
  override readonly name = 'NoToken';
}

/** Entra is not waited for any longer, in ms. */
const patience = 10_000;

/**
 * The bot's token for one service ("https://graph.microsoft.com/.default"), kept and renewed by the identity library;
 * however many ask at once, Entra is asked once. Of what is set around the program (a developer's own sign-in, AZURE_…)
 * nothing is used but the address of the managed identity. The function throws `NoToken`.
 */
export function entraToken(identity: EntraIdentity, scope: string, withinMs = patience): () => Promise<string> {
  const credential = credentialFor(identity);
  let asking: Promise<string> | undefined;
  async function ask(): Promise<string> {
    const asked = credential.getToken(scope).catch(() => null);
    const token = await Promise.race([asked, nothingAfter(withinMs)]);
    if (token === null) throw new NoToken(`no token for ${scope}`);
    return token.token;
  }
  return () => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
}

/** Whoever wanted the token asks again soon enough. */
const manners = { retryOptions: { maxRetries: 1, retryDelayInMs: 500 } };

/** The library's own way to give up does not reach a connection on which nothing comes back. */
const nothingAfter = (ms: number) => wait(ms, null, { ref: false });

function credentialFor({ kind, appId, tenantId, secret, certificate }: EntraIdentity): TokenCredential {
  if (kind === 'UserAssignedMSI') return new ManagedIdentityCredential({ clientId: appId, ...manners });
  if (certificate) return new ClientCertificateCredential(tenantId, appId, { certificate: certificate.pem }, manners);
  return new ClientSecretCredential(tenantId, appId, secret ?? '', manners);
}
