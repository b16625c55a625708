import { type Activity, CardFactory, type TurnContext } from 'botbuilder';
import { dialogCard } from '../cards/dialog-card.ts';
import type { Reply } from '../requests/turn.ts';
import { invokeResponse, wordsResponse } from './invoke-response.ts';
import { opensDialog } from './read-dialog.ts';

/**
 * Answers a dialog invoke: with a list of cards to put into the conversation, with the dialog's next card, or with words.
 * Everything goes back in the response; nothing is posted where others would see it.
 */
export async function showDialog(context: TurnContext, replies: readonly Reply[]): Promise<void> {
  await context.sendActivity(responseTo(context.activity, replies));
}

function responseTo(invoke: Activity, replies: readonly Reply[]): Partial<Activity> {
  const cards = replies.flatMap((reply) => (reply.kind === 'toast' ? [] : [reply.card]));
  const words = replies.map((reply) => (reply.kind === 'toast' ? reply.text : reply.card.text)).join('\n');
  if (!opensDialog(invoke)) {
    const offers = replies.filter((reply) => reply.kind === 'found');
    // Words of danger come first, and stand alone: nothing else is offered beside them.
    return offers.length === replies.length && offers.length > 0
      ? invokeResponse({ composeExtension: listOf(offers) })
      : wordsResponse(invoke, firstWords(replies) || 'Nothing was found.');
  }
  if (cards.length === 0) return wordsResponse(invoke, words || 'Done. You can close this.');
  const card = CardFactory.adaptiveCard(dialogCard(cards));
  const value = { title: 'Can I Post?', width: 'medium', height: 'medium', card };
  return invokeResponse({ task: { type: 'continue', value } });
}

function firstWords(replies: readonly Reply[]): string {
  const first = replies.find((reply) => reply.kind !== 'found');
  return first === undefined ? '' : first.kind === 'toast' ? first.text : first.card.text;
}

function listOf(offers: readonly Extract<Reply, { kind: 'found' }>[]) {
  return {
    type: 'result',
    attachmentLayout: 'list',
    attachments: offers.map(({ card, title, text }) => ({
      ...CardFactory.adaptiveCard(card.content),
      preview: CardFactory.thumbnailCard(unmarked(title), undefined, undefined, { text: unmarked(text).slice(0, 160) }),
    })),
  };
}

/** A preview is read as markup. */
const unmarked = (text: string): string => text.replace(/[<>&]/g, ' ');
