import type { Activity } from 'botbuilder';
import type { AlertNotice, Courier, Delivery } from '../alerts/courier.ts';
import { alertCard } from '../cards/alert.ts';
import type { FilledCard } from '../cards/fill.ts';
import type { TeamsAdapter } from './adapter.ts';
import type { Figures } from './figures.ts';
import { judgeFailure } from './judge-failure.ts';
import { type Conversation, type Conversations, referenceTo } from './remember-conversation.ts';
import { cardMessage } from './show-card.ts';
import { createThreadPace } from './thread-pace.ts';
import { traced } from './trace.ts';

export interface CourierParts {
  readonly adapter: TeamsAdapter;
  /** The bot's app id; empty in the local run. */
  readonly appId: string;
  readonly conversations: Conversations;
  readonly clock: () => Date;
  readonly figures: Figures;
  /** Given in the local run: every alert then goes to the one person at the Playground, labelled with this name. */
  readonly nameOf?: (oid: string) => string;
}

/**
 * Brings alerts to people's personal chat with the bot, as proactive messages. Sends once and says what became of it; when
 * to try again is the outbox's to decide.
 */
export function createPersonalCourier(parts: CourierParts): Courier {
  const deliver = createDeliver(parts);
  return {
    channel: 'personal-chat',
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

function createDeliver(parts: CourierParts): Courier['deliver'] {
  const { conversations, clock, nameOf } = parts;
  const pace = createThreadPace();
  return async (oid, notice): Promise<Delivery> => {
    const conversation = await (nameOf === undefined ? conversations.find(oid) : conversations.latest());
    // In the local run the chat begins when the Playground's page is opened, which may be later.
    if (conversation === undefined)
      return nameOf ? { outcome: 'later', afterMs: 5_000 } : { outcome: 'unreachable', reason: 'not-installed' };
    const wait = pace.take(conversation.conversationId, clock().getTime());
    if (wait > 0) return { outcome: 'later', afterMs: wait };
    try {
      return { outcome: 'delivered', messageId: await send(parts, conversation, notice, nameOf?.(oid)) };
    } catch (error) {
      const delivery = judgeFailure(error, clock());
      if (delivery.outcome === 'unreachable' && ['gone', 'not-installed'].includes(delivery.reason))
        await conversations.forget(oid, conversation);
      return delivery;
    }
  };
}

/**
 * Puts another card where an alert's stood in somebody's personal chat. Nothing where the chat is gone; throws what the
 * channel answers, for there is nothing to try again: the old card's buttons are refused all the same.
 */
export async function replaceAlert(
  parts: CourierParts,
  oid: string,
  messageId: string,
  card: FilledCard,
): Promise<void> {
  const { adapter, appId, conversations, nameOf } = parts;
  const conversation = await (nameOf === undefined ? conversations.find(oid) : conversations.latest());
  if (conversation === undefined) return;
  await adapter.continueConversationAsync(appId, referenceTo(conversation), async (context) => {
    await context.updateActivity({ ...cardMessage(card), id: messageId });
  });
}

/** The message's id, or null if the channel gave none. */
async function send(
  { adapter, appId }: CourierParts,
  conversation: Conversation,
  notice: AlertNotice,
  deliveredTo: string | undefined,
): Promise<string | null> {
  // Nothing in an alert is confidential, and without a summary the preview says "sent a card" only.
  const message: Partial<Activity> = { ...cardMessage(alertCard(notice, deliveredTo)), summary: notice.ask };
  let messageId: string | undefined;
  await adapter.continueConversationAsync(appId, referenceTo(conversation), async (context) => {
    // botbuilder makes an id up for the turn, to which the message would then be a reply.
    delete context.activity.id;
    messageId = (await context.sendActivity(message))?.id;
  });
  return messageId || null;
}
