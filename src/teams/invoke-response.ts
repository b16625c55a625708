import { type Activity, ActivityTypes } from 'botbuilder';
import type { FilledCard } from '../cards/fill.ts';
import { isDialogInvoke, opensDialog } from './read-dialog.ts';

/** Answers a pressed button (adaptiveCard/action) with a line shown beside the card. */
export function toastResponse(text: string): Partial<Activity> {
  return invokeResponse({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text });
}

/** Answers a pressed button with the card that takes the place of the pressed one. */
export function cardResponse(card: FilledCard): Partial<Activity> {
  return invokeResponse({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card.content });
}

/** Answers any invoke with a few words that only whoever pressed sees. */
export function wordsResponse(invoke: Activity, text: string): Partial<Activity> {
  if (!isDialogInvoke(invoke)) return toastResponse(text);
  return opensDialog(invoke)
    ? invokeResponse({ task: { type: 'message', value: text } })
    : invokeResponse({ composeExtension: { type: 'message', text } });
}

export function invokeResponse(body: object): Partial<Activity> {
  return { type: ActivityTypes.InvokeResponse, value: { status: 200, body } };
}
