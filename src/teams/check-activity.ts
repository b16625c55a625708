import type { Activity } from 'botbuilder';

/** Longest id, name or address taken; Teams' own are a few hundred characters. */
const longestWord = 2_000;
const listLength = 200;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The body as an activity, if it has the shape that Teams gives to one; undefined if not. Optional parts of a wrong type
 * make it no activity, and parts without use here are left out, so that nothing behind this line meets a surprise.
 */
export function checkActivity(body: Readonly<Record<string, unknown>>): Activity | undefined {
  const conversation = body.conversation ?? (isExtensionInvoke(body) ? nowhere : undefined);
  if (![body.type, body.channelId, body.serviceUrl].every(isId)) return undefined;
  if (!ids.every((name) => isAbsent(body[name]) || body[name] === '' || isId(body[name]))) return undefined;
  if (!words.every((name) => isOptionalWord(body[name]))) return undefined;
  if (!isAbsent(body.text) && typeof body.text !== 'string') return undefined;
  if (![body.from, body.recipient, conversation].every(isParty)) return undefined;
  if (!isAbsent(body.channelData) && !isObject(body.channelData)) return undefined;
  if (!lists.every((name) => isOptionalList(body[name]))) return undefined;
  const parties = { from: body.from, recipient: body.recipient, conversation } as Record<string, object>;
  const kept = [...ids, ...words, ...lists, ...others].map((name) => [name, body[name]] as const);
  const whole = [...kept, ...Object.entries(parties).map(([name, party]) => [name, partyOf(party)] as const)];
  return Object.fromEntries(whole.filter(([, value]) => !isAbsent(value))) as unknown as Activity;
}

const ids = ['id', 'replyToId'] as const;
const words = ['name', 'textFormat', 'locale', 'action'] as const;
const lists = ['entities', 'attachments', 'membersAdded', 'membersRemoved'] as const;
/** Times are not among them: they are the channel's word, and the product keeps its own clock. */
const others = ['type', 'channelId', 'serviceUrl', 'text', 'value', 'channelData'] as const;
const partyWords = ['name', 'role', 'tenantId', 'conversationType'] as const;

function partyOf(party: object): object {
  const names: readonly string[] = ['id', 'aadObjectId', ...partyWords, 'isGroup'];
  const isKept = ([name, value]: readonly [string, unknown]) =>
    names.includes(name) && !isAbsent(value) && value !== '';
  return Object.fromEntries(Object.entries(party).filter(isKept));
}

/** A message action or a search can be begun outside any conversation; what it is answered with goes back in the response. */
const nowhere = { id: 'nowhere', conversationType: 'personal' };

function isExtensionInvoke({ type, name }: Readonly<Record<string, unknown>>): boolean {
  return type === 'invoke' && typeof name === 'string' && name.startsWith('composeExtension/');
}

/** Letters, figures and signs of ASCII, as all of Teams' ids are: some of them go into addresses and headers. */
function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestWord && /^[\x20-\x7e]+$/.test(value);
}

function isOptionalWord(value: unknown): boolean {
  return isAbsent(value) || (typeof value === 'string' && value.length <= longestWord);
}

function isParty(value: unknown): boolean {
  if (!isObject(value) || !isId(value.id) || !isOptionalOid(value.aadObjectId)) return false;
  if (!isAbsent(value.isGroup) && typeof value.isGroup !== 'boolean') return false;
  return partyWords.every((name) => isOptionalWord(value[name]));
}

/** Object ids of Entra are GUIDs; somebody whom Entra does not know has none, or an empty one. */
function isOptionalOid(value: unknown): boolean {
  return isAbsent(value) || value === '' || (typeof value === 'string' && guid.test(value));
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOptionalList(value: unknown): boolean {
  return isAbsent(value) || (Array.isArray(value) && value.length <= listLength && value.every(isObject));
}
