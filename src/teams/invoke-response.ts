import { type Activity, ActivityTypes } from 'botbuilder';
import type { FilledCard } from '../cards/fill.ts';

/** Answers a pressed button (adaptiveCard/action) with a line shown beside the card. */
export function toastResponse(text: string): Partial<Activity> {
  return invokeResponse({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text });
}

/** Answers a pressed button with the card that takes the place of the pressed one. */
export function cardResponse(card: FilledCard): Partial<Activity> {
  return invokeResponse({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card.content });
}

function invokeResponse(body: object): Partial<Activity> {
  return { type: ActivityTypes.InvokeResponse, value: { status: 200, body } };
}
