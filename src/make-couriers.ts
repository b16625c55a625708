import type { Casework } from './casework/casework.ts';
import type { Couriers } from './casework/deliver-due-alerts.ts';
import { mayAllKnow } from './casework/may-all-know.ts';
import type { Config } from './config.ts';
import { createMailCourier } from './mail/deliver-by-email.ts';
import type { CaseworkChannel } from './teams/deliver-to-channel.ts';
import type { TeamsServer } from './teams/server.ts';

/** The ways that alerts can go in this run: personal chat always, the caseworkers' channel and e-mail where they are set. */
export function makeCouriers({ mail }: Config, { courier, channelCourier }: TeamsServer, casework: Casework): Couriers {
  return {
    'personal-chat': courier,
    ...(channelCourier === null ? {} : { 'casework-channel': channelCourier }),
    ...(mail === null ? {} : { email: createMailCourier({ ...mail, directory: casework.directory }) }),
  };
}

/** The caseworkers' channel for the server, where one is set. */
export function channelPart(
  { caseworkChannel: id }: Config,
  casework: Casework,
): { caseworkChannel?: CaseworkChannel } {
  if (id === null) return {};
  return { caseworkChannel: { id, mayAllKnow: (reference, oids) => mayAllKnow(casework, reference, oids) } };
}
