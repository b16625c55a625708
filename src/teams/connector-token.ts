import type { ServiceClientCredentialsFactory } from 'botframework-connector';

/** The bot's Authorization header for the Bot Connector. botbuilder keeps the token until it runs out. */
export function createConnectorToken(factory: ServiceClientCredentialsFactory, appId: string): () => Promise<string> {
  return async () => {
    const credentials = await factory.createCredentials(appId, connectorScope, loginEndpoint, true);
    const headers = new Headers();
    // It signs a request object of Azure's libraries, of which it only touches the headers.
    await credentials.signRequest({ headers } as unknown as Parameters<typeof credentials.signRequest>[0]);
    return headers.get('authorization') ?? '';
  };
}

export const connectorScope = 'https://api.botframework.com';
const loginEndpoint = 'https://login.microsoftonline.com/botframework.com';
