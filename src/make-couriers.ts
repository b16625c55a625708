import type { Casework } from './casework/casework.ts';
import type { Couriers } from './casework/deliver-due-alerts.ts';
import { mayAllKnow } from './casework/may-all-know.ts';
import type { Config } from './config.ts';
import { createMailCourier } from './mail/deliver-by-email.ts';
import { feedToken } from './people/feed-token.ts';
import type { CaseworkChannel } from './teams/deliver-to-channel.ts';
import { createFeedCourier } from './teams/deliver-to-feed.ts';
import type { TeamsServer } from './teams/server.ts';

/** The ways that alerts can go in this run: personal chat always; the feed, the caseworkers' channel and e-mail where they are set. */
export function makeCouriers(config: Config, { courier, channelCourier }: TeamsServer, casework: Casework): Couriers {
  const { mail } = config;
  return {
    'personal-chat': courier,
    ...feedPart(config),
    ...(channelCourier === null ? {} : { 'casework-channel': channelCourier }),
    ...(mail === null ? {} : { email: createMailCourier({ ...mail, directory: casework.directory }) }),
  };
}

/** The activity feed, where it is switched on: `readConfig` has seen to what it needs. */
function feedPart({ feed, tab, credentials }: Config): Couriers {
  if (feed === null || tab?.appId == null || tab.clientId === null || credentials === null) return {};
  const { appId: botId, tenantId } = credentials;
  const by = feed.secret === null ? { managedIdentity: botId } : { secret: feed.secret };
  const token = feedToken({ tenantId, tabClientId: tab.clientId, by });
  return { 'activity-feed': createFeedCourier({ tab: { ...tab, appId: tab.appId }, botId, token }) };
}

/** The caseworkers' channel for the server, where one is set. */
export function channelPart(
  { caseworkChannel: id }: Config,
  casework: Casework,
): { caseworkChannel?: CaseworkChannel } {
  if (id === null) return {};
  return { caseworkChannel: { id, mayAllKnow: (reference, oids) => mayAllKnow(casework, reference, oids) } };
}
