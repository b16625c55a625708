import { type Activity, ActivityTypes, CardFactory, type TurnContext } from 'botbuilder';
import type { FilledCard } from '../cards/fill.ts';
import type { FileReply, Reply } from '../requests/turn.ts';
import { cardResponse, toastResponse } from './invoke-response.ts';
import { sendPatiently } from './send-patiently.ts';
import type { SendPrivately } from './send-privately.ts';
import { showFile } from './show-file.ts';

/**
 * Shows the replies. A pressed button is answered with the first `replace` or `toast`; every `card` goes out as a new
 * message, and a file as what the channel has for files. Where the button was a plain Action.Submit, `replace` updates the card that it stood on.
 */
export async function showCard(
  context: TurnContext,
  replies: readonly Reply[],
  sendPrivately: SendPrivately,
): Promise<void> {
  const shown = await takeToPrivate(context, replies, sendPrivately);
  if (context.activity.type === ActivityTypes.Invoke) return answerInvoke(context, shown);
  for (const reply of shown) {
    if (reply.kind === 'replace') await replaceCard(context, reply.card);
    else if (isFile(reply)) await showFile(context, reply);
    else await sendPatiently(context, reply.kind === 'toast' ? textMessage(reply.text) : cardMessage(reply.card));
  }
}

/**
 * Sends what is for the member's eyes alone, and puts in its place what the group may see. To a pressed button that is a
 * line, which nobody but the member sees.
 */
async function takeToPrivate(
  context: TurnContext,
  replies: readonly Reply[],
  sendPrivately: SendPrivately,
): Promise<readonly Reply[]> {
  const shown: Reply[] = [];
  const pressed = context.activity.type === ActivityTypes.Invoke;
  let told = false;
  for (const reply of replies) {
    if (reply.kind !== 'private') {
      shown.push(reply);
      continue;
    }
    const sent = await sendPrivately(context, reply.card);
    if (sent && told) continue;
    told ||= sent;
    const card = sent ? reply.sent : reply.unsent;
    shown.push(pressed ? { kind: 'toast', text: card.text } : { kind: 'card', card });
  }
  return shown;
}

async function answerInvoke(context: TurnContext, replies: readonly Reply[]): Promise<void> {
  const beside = replies.find((reply) => reply.kind === 'replace' || reply.kind === 'toast');
  for (const reply of replies) {
    if (reply.kind === 'card') await sendPatiently(context, cardMessage(reply.card));
    if (isFile(reply)) await showFile(context, reply);
  }
  if (beside?.kind === 'replace' && beside.lasting) await changeMessage(context, beside.card);
  if (beside === undefined)
    await context.sendActivity(toastResponse(replies.length > 0 ? 'See the new card below.' : 'Done.'));
  else await context.sendActivity(beside.kind === 'replace' ? cardResponse(beside.card) : toastResponse(beside.text));
}

function isFile(reply: Reply): reply is FileReply {
  return reply.kind === 'picture' || reply.kind === 'offer-file' || reply.kind === 'file';
}

async function replaceCard(context: TurnContext, card: FilledCard): Promise<void> {
  const changed = context.activity.value !== undefined && (await changeMessage(context, card));
  if (!changed) await sendPatiently(context, cardMessage(card));
}

/** Changes the message that the pressed card stands in; false where it is gone, or too old to be changed. */
async function changeMessage(context: TurnContext, card: FilledCard): Promise<boolean> {
  const { replyToId } = context.activity;
  if (replyToId === undefined) return false;
  try {
    await context.updateActivity({ ...cardMessage(card), id: replyToId });
    return true;
  } catch {
    return false;
  }
}

function textMessage(text: string): Partial<Activity> {
  return { type: ActivityTypes.Message, text, textFormat: 'plain' };
}

/** No text and no summary beside the card: those end up in previews on locked screens. */
export function cardMessage(card: FilledCard): Partial<Activity> {
  return { type: ActivityTypes.Message, attachments: [CardFactory.adaptiveCard(card.content)] };
}
