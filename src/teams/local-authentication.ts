import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  ClaimsIdentity,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { GuardedConnectors } from './guarded-connectors.ts';
import { allowLoopback } from './service-hosts.ts';
import { noTokenClient } from './strict-authentication.ts';
import { Refused } from './verify-channel-token.ts';

/** For the local run: no token is asked for, and nothing is sent off this machine. `may-listen.ts` keeps it on loopback. */
export class LocalAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly maySendTo = allowLoopback();
  private readonly connectors: GuardedConnectors;

  constructor() {
    super({});
    this.connectors = new GuardedConnectors(super.createConnectorFactory(new ClaimsIdentity([], true)), this.maySendTo);
  }

  admit(activity: Activity): AuthenticateRequestResult {
    if (activity.channelId !== 'msteams') throw new Refused(403, 'not from Teams');
    if (!this.maySendTo(activity.serviceUrl)) throw new Refused(403, 'service address not on this machine');
    return {
      audience: '',
      callerId: '',
      claimsIdentity: new ClaimsIdentity([], true),
      connectorFactory: this.connectors,
    };
  }

  override async authenticateRequest(activity: Activity): Promise<AuthenticateRequestResult> {
    return this.admit(activity);
  }

  override createConnectorFactory(): ConnectorFactory {
    return this.connectors;
  }

  override async createUserTokenClient(): Promise<UserTokenClient> {
    return noTokenClient;
  }
}
