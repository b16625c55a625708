import { type Activity, ActivityTypes, CardFactory, type TurnContext } from 'botbuilder';
import type { FilledCard } from '../cards/fill.ts';
import type { Reply } from '../requests/turn.ts';
import { cardResponse, toastResponse } from './invoke-response.ts';
import { sendPatiently } from './send-patiently.ts';

/**
 * Shows the replies. A pressed button is answered with the first `replace` or `toast`; every `card` goes out as a new
 * message. Where the button was a plain Action.Submit, `replace` updates the card that it stood on.
 */
export async function showCard(context: TurnContext, replies: readonly Reply[]): Promise<void> {
  if (context.activity.type === ActivityTypes.Invoke) return answerInvoke(context, replies);
  for (const reply of replies) {
    if (reply.kind === 'replace') await replaceCard(context, reply.card);
    else await sendPatiently(context, messageOf(reply));
  }
}

async function answerInvoke(context: TurnContext, replies: readonly Reply[]): Promise<void> {
  const beside = replies.find((reply) => reply.kind !== 'card');
  for (const reply of replies) if (reply.kind === 'card') await sendPatiently(context, cardMessage(reply.card));
  if (beside === undefined)
    await context.sendActivity(toastResponse(replies.length > 0 ? 'See the new card below.' : 'Done.'));
  else await context.sendActivity(beside.kind === 'replace' ? cardResponse(beside.card) : toastResponse(beside.text));
}

async function replaceCard(context: TurnContext, card: FilledCard): Promise<void> {
  const pressed = context.activity.value === undefined ? undefined : context.activity.replyToId;
  if (pressed !== undefined) {
    try {
      await context.updateActivity({ ...cardMessage(card), id: pressed });
      return;
    } catch {
      // The card is gone, or too old to be changed: the member still gets the new one.
    }
  }
  await sendPatiently(context, cardMessage(card));
}

function messageOf(reply: Exclude<Reply, { kind: 'replace' }>): Partial<Activity> {
  if (reply.kind === 'card') return cardMessage(reply.card);
  return { type: ActivityTypes.Message, text: reply.text, textFormat: 'plain' };
}

/** No text and no summary beside the card: those end up in previews on locked screens. */
export function cardMessage(card: FilledCard): Partial<Activity> {
  return { type: ActivityTypes.Message, attachments: [CardFactory.adaptiveCard(card.content)] };
}
