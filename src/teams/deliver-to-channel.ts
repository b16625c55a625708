import { TeamsInfo, type TurnContext } from 'botbuilder';
import type { AlertNotice, Courier, Delivery } from '../alerts/courier.ts';
import { alertCard } from '../cards/alert.ts';
import type { FilledCard } from '../cards/fill.ts';
import type { CourierParts } from './deliver-alerts.ts';
import { judgeFailure } from './judge-failure.ts';
import { type Conversation, referenceTo } from './remember-conversation.ts';
import { cardMessage } from './show-card.ts';
import { createThreadPace } from './thread-pace.ts';
import { traced } from './trace.ts';

export interface CaseworkChannel {
  /** Teams' id of the channel ("19:…@thread.tacv2"). */
  readonly id: string;
  /** Whether every one of these people may know of the incident: whoever can read the channel reads the alert. */
  mayAllKnow(reference: string, oids: readonly string[]): Promise<boolean>;
}

/** A channel with more members than this is no place for an alert. */
const mostMembers = 500;

/**
 * Brings an alert that did not reach a person to the caseworkers' channel, if all of its members may know of the incident.
 * What is for a reporter never goes there. The address of the service is the one that people of the tenant write from.
 */
export function createChannelCourier(parts: CourierParts, channel: CaseworkChannel): Courier {
  const deliver = createDeliver(parts, channel);
  return {
    channel: 'casework-channel',
    async deliver(oid, notice) {
      return traced('alert', {}, async (add) => {
        const delivery = await deliver(oid, notice);
        const outcome = delivery.outcome === 'unreachable' ? delivery.reason : delivery.outcome;
        add({ outcome });
        parts.figures.delivery(outcome);
        return delivery;
      });
    },
  };
}

function createDeliver(parts: CourierParts, channel: CaseworkChannel): Courier['deliver'] {
  const pace = createThreadPace();
  return async (_oid, notice): Promise<Delivery> => {
    if (notice.for === 'reporter') return { outcome: 'unreachable', reason: 'refused' };
    const wait = pace.take(channel.id, parts.clock().getTime());
    if (wait > 0) return { outcome: 'later', afterMs: wait };
    try {
      return (await post(parts, channel, notice)) ?? { outcome: 'unreachable', reason: 'refused' };
    } catch (error) {
      return judgeFailure(error, parts.clock());
    }
  };
}

/** Puts another card where an alert's stood in the channel, while all of its members may know; throws what the channel answers. */
export async function replaceInChannel(
  parts: CourierParts,
  channel: CaseworkChannel,
  reference: string,
  messageId: string,
  card: FilledCard,
): Promise<void> {
  await inChannel(parts, channel, async (context) => {
    if (await channel.mayAllKnow(reference, await membersOf(context)))
      await context.updateActivity({ ...cardMessage(card), id: messageId });
  });
}

/** The message as it was posted; null where somebody who may not know reads along. */
async function post(parts: CourierParts, channel: CaseworkChannel, notice: AlertNotice): Promise<Delivery | null> {
  let posted: Delivery | null = null;
  const reached = await inChannel(parts, channel, async (context) => {
    if (!(await channel.mayAllKnow(notice.reference, await membersOf(context)))) return;
    // botbuilder makes an id up for the turn, to which the message would then be a reply.
    delete context.activity.id;
    const sent = await context.sendActivity({ ...cardMessage(alertCard(notice)), summary: notice.ask });
    posted = { outcome: 'delivered', messageId: sent?.id || null };
  });
  return reached ? posted : { outcome: 'unreachable', reason: 'not-installed' };
}

/** False while nobody of the tenant has been heard yet, so that no address of the service is known. */
async function inChannel(
  { adapter, appId, conversations }: CourierParts,
  channel: CaseworkChannel,
  act: (context: TurnContext) => Promise<void>,
): Promise<boolean> {
  const heard = await conversations.latest();
  if (heard === undefined) return false;
  await adapter.continueConversationAsync(appId, inside(heard, channel), act);
  return true;
}

function inside(heard: Conversation, { id }: CaseworkChannel) {
  const reference = referenceTo(heard);
  return { ...reference, conversation: { ...reference.conversation, id, conversationType: 'channel', isGroup: true } };
}

/** The object ids of everybody who reads the channel; '' for somebody without one, whom nobody's directory knows. */
async function membersOf(context: TurnContext): Promise<readonly string[]> {
  const oids: string[] = [];
  let next: string | undefined;
  do {
    const page = await TeamsInfo.getPagedMembers(context, mostMembers, next);
    oids.push(...page.members.map(({ aadObjectId }) => aadObjectId?.toLowerCase() ?? ''));
    next = page.continuationToken;
  } while (next && oids.length < mostMembers);
  return next ? [''] : oids;
}
