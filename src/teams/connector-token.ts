import type { ServiceClientCredentialsFactory } from 'botframework-connector';

/** The bot's token, without the scheme before it. Throws if there is none to be had. */
export type BotToken = () => Promise<string>;

export const connectorScope = 'https://api.botframework.com';

/**
 * Signs what botbuilder sends with the bot's token. Its own credentials are not used: as a managed identity it would also
 * try whatever else it finds around the program, down to the sign-in of a developer.
 */
export function signWith(appId: string, token: BotToken): ServiceClientCredentialsFactory {
  return {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await token()}`);
        return request;
      },
    }),
  };
}
