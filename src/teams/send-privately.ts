import type { Activity, ConversationReference, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { FilledCard } from '../cards/fill.ts';
import type { TeamsAdapter } from './adapter.ts';
import { judgeFailure } from './judge-failure.ts';
import { type Conversation, type Conversations, referenceTo } from './remember-conversation.ts';
import { cardMessage } from './show-card.ts';
import { tenantOf } from './strict-authentication.ts';

export interface PrivateParts {
  readonly adapter: TeamsAdapter;
  /** The bot's app id; empty in the local run. */
  readonly appId: string;
  readonly conversations: Conversations;
  readonly logger: Logger;
}

/** Sends cards to the personal chat of whoever acted in a group or channel; says whether they got there. */
export type SendPrivately = (context: TurnContext, card: FilledCard) => Promise<boolean>;

/** Goes to the personal chat that is known, or else asks the channel for one, which it gives where the app is installed. */
export function createSendPrivately(parts: PrivateParts): SendPrivately {
  const { conversations, logger } = parts;
  return async ({ activity }, card) => {
    const oid = activity.from.aadObjectId?.toLowerCase();
    if (oid === undefined) return false;
    try {
      const known = await conversations.find(oid);
      if (known !== undefined && (await sendTo(parts, known, oid, card))) return true;
      await conversations.keep(oid, await begin(parts, activity, card));
      return true;
    } catch (error) {
      logger.warn({ error: (error as Error).name }, 'personal chat not reached');
      return false;
    }
  };
}

/** False where the chat is gone or closed, so that another may be asked for. Throws where the channel is down. */
async function sendTo(parts: PrivateParts, known: Conversation, oid: string, card: FilledCard): Promise<boolean> {
  try {
    await parts.adapter.continueConversationAsync(parts.appId, referenceTo(known), (context) => post(context, card));
    return true;
  } catch (error) {
    const failure = judgeFailure(error, new Date());
    if (failure.outcome !== 'unreachable') throw error;
    await parts.conversations.forget(oid, known);
    return false;
  }
}

async function begin({ adapter, appId }: PrivateParts, activity: Activity, card: FilledCard): Promise<Conversation> {
  const { serviceUrl, recipient, from } = activity;
  const tenant = tenantOf(activity) ?? '';
  let begun: ConversationReference['conversation']['id'] = '';
  await adapter.createConversationAsync(
    ...([appId, 'msteams', serviceUrl, 'https://api.botframework.com'] as const),
    {
      ...{
        isGroup: false,
        bot: { id: recipient.id, name: '' },
        members: [{ id: from.id, name: '' }],
        tenantId: tenant,
      },
      ...{ channelData: { tenant: { id: tenant } }, activity: undefined as unknown as Activity },
    },
    async (context) => {
      begun = context.activity.conversation.id;
      await post(context, card);
    },
  );
  return { conversationId: begun, serviceUrl, tenant, channelId: from.id, botId: recipient.id };
}

async function post(context: TurnContext, card: FilledCard): Promise<void> {
  // botbuilder makes an id up for the turn, to which the message would then be a reply.
  delete (context.activity as { id?: string }).id;
  await context.sendActivity(cardMessage(card));
}
