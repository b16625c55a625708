import type { Activity } from 'botbuilder';

/** Longest id, name or address taken; Teams' own are a few hundred characters. */
const idLength = 2_000;
const listLength = 200;

/**
 * The body as an activity, if it has the shape that Teams gives to one; undefined if not. Optional parts of a wrong type
 * make it no activity, so that nothing behind this line meets a surprise.
 */
export function checkActivity(body: Record<string, unknown>): Activity | undefined {
  const { type, id, name, channelId, serviceUrl, text, textFormat, replyToId, from, recipient } = body;
  const conversation = body.conversation ?? (isExtensionInvoke(body) ? nowhere : undefined);
  if (!isId(type) || !isId(channelId) || !isId(serviceUrl)) return undefined;
  if (![id, name, textFormat, replyToId, body.action].every(isOptionalId)) return undefined;
  if (text !== undefined && text !== null && typeof text !== 'string') return undefined;
  if (!isParty(from) || !isParty(recipient) || !isParty(conversation)) return undefined;
  if (!isOptionalId(conversation.tenantId) || !isOptionalId(conversation.conversationType)) return undefined;
  if (!isOptionalObject(body.channelData)) return undefined;
  if (![body.entities, body.attachments, body.membersAdded, body.membersRemoved].every(isOptionalList))
    return undefined;
  // Times are the channel's word; the product keeps its own clock.
  const { timestamp: _timestamp, localTimestamp: _localTimestamp, expiration: _expiration, ...rest } = body;
  return { ...rest, conversation } as unknown as Activity;
}

/** A message action or a search can be begun outside any conversation; what it is answered with goes back in the response. */
const nowhere = { id: 'nowhere', conversationType: 'personal' };

function isExtensionInvoke({ type, name }: Record<string, unknown>): boolean {
  return type === 'invoke' && typeof name === 'string' && name.startsWith('composeExtension/');
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= idLength;
}

function isOptionalId(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.length <= idLength);
}

function isParty(value: unknown): value is Record<string, unknown> {
  if (!isObject(value) || !isId(value.id)) return false;
  return [value.name, value.aadObjectId, value.role].every(isOptionalId);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOptionalObject(value: unknown): boolean {
  return value === undefined || value === null || isObject(value);
}

function isOptionalList(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return Array.isArray(value) && value.length <= listLength && value.every(isObject);
}
