import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  ClaimsIdentity,
  type ConnectorFactory,
  type ServiceClientCredentialsFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { connectorScope } from './connector-token.ts';
import { GuardedConnectors } from './guarded-connectors.ts';
import type { MaySendTo } from './service-hosts.ts';
import { type ChannelToken, Refused, type TokenRules, verifyChannelToken } from './verify-channel-token.ts';

export interface StrictRules {
  readonly token: TokenRules;
  readonly tenants: readonly string[];
  readonly maySendTo: MaySendTo;
}

/**
 * Lets in what the Bot Connector sends for Teams, and nothing else. botbuilder's own check also takes tokens of the
 * emulator, of other bots ("skills") and of an "AseChannel", chosen by the unverified token or body; none of that code
 * is reached from here.
 */
export class StrictAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly rules: StrictRules;
  private readonly connectors: GuardedConnectors;

  constructor(rules: StrictRules, credentials: ServiceClientCredentialsFactory) {
    if (rules.token.audience.trim() === '') throw new Error('an empty app id would let everybody in');
    super({ MicrosoftAppId: rules.token.audience }, credentials);
    this.rules = rules;
    this.connectors = new GuardedConnectors(super.createConnectorFactory(this.identity()), rules.maySendTo);
  }

  /** The first half, before anything of the body is read. Throws `Refused`. */
  verifyToken(header: string | undefined): Promise<ChannelToken> {
    return verifyChannelToken(header, this.rules.token);
  }

  /** The second half, before the body is looked at any closer: channel and address are those of the token. Throws `Refused`. */
  checkAddress(body: Readonly<Record<string, unknown>>, token: ChannelToken): void {
    if (body.channelId !== 'msteams') throw new Refused(403, 'not from Teams');
    if (!token.endorsements.includes('msteams')) throw new Refused(403, 'key not endorsed for Teams');
    if (body.serviceUrl !== token.serviceUrl) throw new Refused(401, 'service address other than the token says');
  }

  /** The last part: the activity is of a tenant and an address on the lists. Throws `Refused`. */
  admit(activity: Activity): AuthenticateRequestResult {
    const { tenants, maySendTo } = this.rules;
    if (!maySendTo(activity.serviceUrl)) throw new Refused(403, 'service address not on the list');
    const tenant = tenantOf(activity);
    if (tenant === undefined || !tenants.includes(tenant)) throw new Refused(403, 'tenant not on the list');
    return {
      audience: connectorScope,
      callerId: 'urn:botframework:azure',
      claimsIdentity: this.identity(),
      connectorFactory: this.connectors,
    };
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    this.checkAddress(activity as unknown as Record<string, unknown>, await this.verifyToken(header));
    return this.admit(activity);
  }

  override async authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    throw new Refused(403, 'streaming is off');
  }

  override async authenticateChannelRequest(): Promise<ClaimsIdentity> {
    throw new Refused(403, 'skills are off');
  }

  override createConnectorFactory(): ConnectorFactory {
    return this.connectors;
  }

  /** The product asks nobody to sign in, so there is nothing behind this. */
  override async createUserTokenClient(): Promise<UserTokenClient> {
    return noTokenClient;
  }

  private identity(): ClaimsIdentity {
    const appId = this.rules?.token.audience ?? '';
    return new ClaimsIdentity(
      [
        { type: 'aud', value: appId },
        { type: 'appid', value: appId },
      ],
      true,
    );
  }
}

export const noTokenClient = Object.freeze({}) as UserTokenClient;

/** The one tenant that the activity names; undefined if it names none or two. */
export function tenantOf(activity: Activity): string | undefined {
  const inChannelData: unknown = activity.channelData?.tenant?.id;
  const named = [activity.conversation.tenantId, inChannelData].filter((id) => typeof id === 'string' && id !== '');
  const tenants = new Set(named.map((id) => String(id).toLowerCase()));
  return tenants.size === 1 ? [...tenants][0] : undefined;
}
