import type { TokenCredential } from '@azure/identity';
import { ClientAssertionCredential, ClientSecretCredential, ManagedIdentityCredential } from '@azure/identity';

/** Who may write into the activity feed: the registration that the app's manifest names, which is the tab's. */
export interface FeedIdentity {
  readonly tenantId: string;
  readonly tabClientId: string;
  /** The managed identity that the registration trusts, or the registration's own secret. */
  readonly by: { readonly managedIdentity: string } | { readonly secret: string };
}

/** A token for Graph as the tab's registration; with a managed identity nothing secret is kept for it. Rejects without one. */
export function feedToken(identity: FeedIdentity): () => Promise<string> {
  const credential = credentialFor(identity);
  return async () => {
    const abortSignal = AbortSignal.timeout(10_000);
    return (await credential.getToken('https://graph.microsoft.com/.default', { abortSignal }))?.token ?? '';
  };
}

function credentialFor({ tenantId, tabClientId, by }: FeedIdentity): TokenCredential {
  if ('secret' in by) return new ClientSecretCredential(tenantId, tabClientId, by.secret);
  const own = new ManagedIdentityCredential({ clientId: by.managedIdentity });
  return new ClientAssertionCredential(
    tenantId,
    tabClientId,
    async () => (await own.getToken('api://AzureADTokenExchange/.default')).token,
  );
}
