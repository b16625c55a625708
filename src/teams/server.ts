import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Courier } from '../alerts/courier.ts';
import type { FilledCard } from '../cards/fill.ts';
import { entraToken } from '../people/entra-token.ts';
import type { AnswerTurn, Turn } from '../requests/turn.ts';
import type { Store } from '../store/store.ts';
import { TeamsAdapter } from './adapter.ts';
import { createBot } from './bot.ts';
import { type ChannelKeys, createChannelKeys } from './channel-keys.ts';
import { type BotToken, connectorScope, signWith } from './connector-token.ts';
import { type CourierParts, createPersonalCourier, replaceAlert } from './deliver-alerts.ts';
import { type CaseworkChannel, createChannelCourier, replaceInChannel } from './deliver-to-channel.ts';
import { type ConnectorAccess, createDownload } from './download-attachment.ts';
import { createFigures, type Figures } from './figures.ts';
import { type Check, createHealthHost } from './health-host.ts';
import { createHost, type HostParts } from './host.ts';
import { LocalAuthentication } from './local-authentication.ts';
import { assertMayListen } from './may-listen.ts';
import type { Readers } from './read-activity.ts';
import { type Conversations, keepConversations } from './remember-conversation.ts';
import { createSendPrivately } from './send-privately.ts';
import { allowServiceHosts, type MaySendTo } from './service-hosts.ts';
import type { TeamsSettings } from './settings.ts';
import { StrictAuthentication } from './strict-authentication.ts';
import { identifyByToken, identifyLocally } from './tab-identity.ts';
import { mountTab } from './tab-routes.ts';
import type { TabSignIn, TabSite } from './tab-site.ts';

export interface TeamsServerParts extends Readers {
  readonly config: TeamsSettings;
  readonly answer: AnswerTurn;
  readonly store: Store;
  readonly logger: Logger;
  readonly clock: () => Date;
  /** Used in the local run only: who the one person at the Playground acts as. */
  readonly resolveActor?: (turn: Turn) => Turn | Promise<Turn>;
  /** Used in the local run only, where everybody's alerts are shown to that one person: the name of whom one went to. */
  readonly nameOf?: (oid: string) => string;
  /** Where caseworkers hear of what could not be brought to a person. */
  readonly caseworkChannel?: CaseworkChannel;
  /** What else must work before members are sent here, by name, for /readyz. */
  readonly checks?: Readonly<Record<string, Check>>;
  /** The tab, and how its users sign in: null where they cannot, or need not because the run is local. */
  readonly tab?: { readonly site: TabSite; readonly signIn: TabSignIn | null };
  /** Stands in for Microsoft's services in tests, which have neither Entra nor the Bot Connector. */
  readonly standIn?: { readonly token?: BotToken; readonly maySendTo: MaySendTo };
}

export interface TeamsServer {
  /** Brings alerts to people's personal chat. */
  readonly courier: Courier;
  /** Brings alerts to the caseworkers' channel; null where none is set. */
  readonly channelCourier: Courier | null;
  /** Puts another card where an alert's stood in somebody's personal chat. */
  replaceAlert(oid: string, messageId: string, card: FilledCard): Promise<void>;
  /** The same in the caseworkers' channel, while all of its members may know of the incident. */
  replaceInChannel(reference: string, messageId: string, card: FilledCard): Promise<void>;
  /** Resolves to the address of the messages endpoint. Throws if the port is taken. */
  listen(): Promise<string>;
  /** Answers what is in flight, takes nothing new, and ends within `graceMs`. */
  close(graceMs: number): Promise<void>;
}

/** The Teams edge: a restify host, botbuilder behind it, and `answer` behind that. Throws `MayNotListen`. */
export function createTeamsServer(parts: TeamsServerParts): TeamsServer {
  const { config, store, logger, clock, caseworkChannel: channel } = parts;
  assertMayListen(config);
  const { authentication, keys, connector } = createAuthentication(parts);
  const healthPort = config.healthPort ?? null;
  const figures = createFigures(healthPort !== null);
  const adapter = new TeamsAdapter(authentication, logger);
  const conversations: Conversations = keepConversations(store);
  const run = createBot({
    answer: parts.answer,
    readers: parts,
    conversations,
    download: createDownload(connector),
    clock,
    logger,
    figures,
    sendPrivately: createSendPrivately({ adapter, appId: config.credentials?.appId ?? '', conversations, logger }),
    ...(config.mode === 'local' && parts.resolveActor ? { resolveActor: parts.resolveActor } : {}),
  });
  const local = config.mode === 'local';
  const host = createHost({ ...{ authentication, adapter, run, logger, figures, local }, ...tabParts(parts, figures) });
  const courierParts: CourierParts = {
    adapter,
    appId: config.credentials?.appId ?? '',
    conversations,
    clock,
    figures,
    ...(config.mode === 'local' ? { nameOf: parts.nameOf ?? ((oid: string) => oid) } : {}),
  };
  const health = createHealthHost(
    {
      store: async () => (await store.read('conversation', 'nobody')) === undefined,
      ...(keys === null ? {} : { keys: async () => keys.ready() }),
      ...parts.checks,
    },
    figures,
  );
  return {
    courier: createPersonalCourier(courierParts),
    channelCourier: channel ? createChannelCourier(courierParts, channel) : null,
    replaceAlert: (oid, messageId, card) => replaceAlert(courierParts, oid, messageId, card),
    async replaceInChannel(reference, messageId, card) {
      if (channel) await replaceInChannel(courierParts, channel, reference, messageId, card);
    },
    async listen() {
      const address = addressOf(await host.listen(config.port, config.host));
      if (healthPort !== null) logger.info({ at: await health.listen(healthPort) }, 'health pages');
      // Asked for now, so that the first member does not wait for it.
      void keys?.find('');
      return address;
    },
    async close(graceMs) {
      health.drain();
      await host.close(graceMs);
      await health.close();
    },
  };
}

/** Who the tab's users are: by Entra's tokens, or in the local run by their own word. */
function tabParts({ tab, config, clock, logger }: TeamsServerParts, figures: Figures): Pick<HostParts, 'mountTab'> {
  if (tab === undefined) return {};
  const local = config.mode === 'local';
  const trouble = (reason: string) => logger.error({ reason }, 'the sign-in keys could not be fetched');
  const identify = local ? identifyLocally(tab.site.localPeople) : identifyByToken(tab.signIn, clock, trouble);
  return { mountTab: (server) => mountTab(server, { site: tab.site, identify, clock, logger, figures, local }) };
}

const channelIssuer = 'https://api.botframework.com';
const channelKeysUrl = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

interface Authentication {
  readonly authentication: StrictAuthentication | LocalAuthentication;
  readonly keys: ChannelKeys | null;
  readonly connector: ConnectorAccess | null;
}

function createAuthentication({ config, clock, logger, standIn }: TeamsServerParts): Authentication {
  const { credentials } = config;
  if (credentials === null) return { authentication: new LocalAuthentication(), keys: null, connector: null };
  const { appId } = credentials;
  const keys = createChannelKeys({
    url: config.keysUrl ?? channelKeysUrl,
    clock,
    onTrouble: (reason) => logger.error({ reason }, 'the channel keys could not be fetched'),
  });
  const botToken = standIn?.token ?? entraToken(credentials, `${connectorScope}/.default`);
  const maySendTo = standIn?.maySendTo ?? allowServiceHosts(config.serviceHosts);
  const token = { issuer: channelIssuer, audience: appId, keys, clock };
  const tenants = config.tenants.map((tenant) => tenant.toLowerCase());
  return {
    authentication: new StrictAuthentication({ token, tenants, maySendTo }, signWith(appId, botToken)),
    keys,
    connector: { maySendTo, authorization: async () => `Bearer ${await botToken()}` },
  };
}

function addressOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/api/messages`;
}
