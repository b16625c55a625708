import type { Activity, ConversationReference } from 'botbuilder';
import { Conflict, type Store } from '../store/store.ts';
import { StoreUnavailable } from '../store/store-error.ts';
import { BoundedMap } from './bounded-map.ts';
import { placeKind } from './read-activity.ts';
import { tenantOf } from './strict-authentication.ts';

/** Where a person can be written to, learned from an authenticated activity of theirs. */
export interface Conversation {
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly tenant: string;
  /** The channel's ids of the person and of the bot. */
  readonly channelId: string;
  readonly botId: string;
}

/** Personal conversations, kept as records of kind "conversation" under the person's Entra object id. */
export interface Conversations {
  /** Notes where the sender of this activity is, if it is their personal chat with the bot and that has changed. */
  remember(activity: Activity): Promise<void>;
  /** Notes a chat that the bot itself has begun with the person. */
  keep(oid: string, conversation: Conversation): Promise<void>;
  /** With `only`, unless the person has moved on from that one. */
  forget(oid: string, only?: Conversation): Promise<void>;
  find(oid: string): Promise<Conversation | undefined>;
  /** The personal chat that was heard from last in this process, or else any that is known. */
  latest(): Promise<Conversation | undefined>;
}

const kind = 'conversation';

/** So long the store is not asked again whether it still has what was noted there: another replica may have forgotten it. */
const trustedMs = 10 * 60_000;

export function keepConversations(store: Store): Conversations {
  const known = new BoundedMap<{ readonly print: string; readonly at: number }>(10_000);
  let latest: Conversation | undefined;

  return {
    async remember(activity) {
      const oid = activity.from.aadObjectId?.toLowerCase();
      const conversation = conversationOf(activity);
      if (oid === undefined || conversation === undefined) return;
      latest = conversation;
      const print = JSON.stringify(conversation);
      const noted = known.get(oid);
      if (noted?.print === print && performance.now() < noted.at + trustedMs) return;
      try {
        await write(store, oid, conversation);
        known.set(oid, { print, at: performance.now() });
      } catch (error) {
        // Where they are is noted at their next turn; this one is answered all the same, as far as it needs no records.
        if (!(error instanceof StoreUnavailable)) throw error;
      }
    },
    async keep(oid, conversation) {
      await write(store, oid, conversation);
      known.set(oid, { print: JSON.stringify(conversation), at: performance.now() });
    },
    async forget(oid, only) {
      known.delete(oid);
      const record = await store.read(kind, oid);
      if (record !== undefined && (only === undefined || isSame(record.body, only)))
        await commitOrLeave(store, { remove: { kind, id: oid }, replaces: record.version });
    },
    async find(oid) {
      return (await store.read(kind, oid))?.body as Conversation | undefined;
    },
    async latest() {
      return latest ?? ((await store.list({ kind, limit: 1 }))[0]?.body as Conversation | undefined);
    },
  };
}

function conversationOf({ conversation, serviceUrl, from, recipient, ...rest }: Activity): Conversation | undefined {
  const tenant = tenantOf({ conversation, ...rest } as Activity);
  // A chat of two people, in which one of them used a message action or a card, is "personal" too: its id begins with 19.
  if (tenant === undefined || placeKind(conversation) !== 'personal' || conversation.id.startsWith('19:'))
    return undefined;
  return { conversationId: conversation.id, serviceUrl, tenant, channelId: from.id, botId: recipient.id };
}

/** The address of a personal chat, for a message that nobody asked for just now. */
export function referenceTo(known: Conversation): ConversationReference {
  const { conversationId, serviceUrl, tenant, channelId, botId } = known;
  return {
    channelId: 'msteams',
    serviceUrl,
    conversation: { id: conversationId, isGroup: false, conversationType: 'personal', tenantId: tenant, name: '' },
    bot: { id: botId, name: '' },
    user: { id: channelId, name: '' },
  };
}

function isSame(body: unknown, conversation: Conversation): boolean {
  return JSON.stringify(body) === JSON.stringify(conversation);
}

async function write(store: Store, oid: string, body: Conversation): Promise<void> {
  const record = await store.read(kind, oid);
  if (record !== undefined && isSame(record.body, body)) return;
  const put = { kind, id: oid, status: 'known', due: null, keys: [], body };
  await commitOrLeave(store, { put, replaces: record?.version ?? 0 });
}

/** Another replica that was quicker has learned the same. */
async function commitOrLeave(store: Store, change: Parameters<Store['commit']>[0][number]): Promise<void> {
  try {
    await store.commit([change]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
