import { type Activity, ActivityTypes } from 'botbuilder';
import type { Request } from '../requests/request.ts';
import type { Actor, Attachment, Place, Turn } from '../requests/turn.ts';
import { type DownloadAttachment, readAttachments } from './read-attachments.ts';
import { isDialogInvoke, readDialog, readDialogAttachments } from './read-dialog.ts';
import { readMessageText } from './read-message-text.ts';
import { tenantOf } from './strict-authentication.ts';

/** How sentences and buttons become requests; given, because what they mean is not the edge's to say. */
export interface Readers {
  readonly readSentence: (text: string) => Request;
  readonly readPress: (verb: string, data: unknown) => Request;
}

/**
 * What a member did, or undefined if the activity asks for nothing (a reaction, a message in a group that is not to the
 * bot) or comes from nobody whom Entra knows. The activity has been authenticated and checked for shape.
 */
export function readActivity(
  activity: Activity,
  at: Date,
  readers: Readers,
  download: DownloadAttachment,
): Turn | undefined {
  const actor = readActor(activity);
  const attachments = attachmentsOf(activity, download);
  const request = actor === undefined ? undefined : readRequest(activity, readers, attachments.length > 0);
  if (actor === undefined || request === undefined) return undefined;
  return { id: activity.id ?? '', at, actor, place: readPlace(activity), request, attachments };
}

function attachmentsOf(activity: Activity, download: DownloadAttachment): readonly Attachment[] {
  if (activity.type === ActivityTypes.Message) return readAttachments(activity, download);
  return activity.name === 'composeExtension/fetchTask' ? readDialogAttachments(activity) : [];
}

function readRequest(activity: Activity, { readSentence, readPress }: Readers, files: boolean): Request | undefined {
  switch (activity.type) {
    case ActivityTypes.Message: {
      if (isObject(activity.value)) return readPress(verbOf(activity.value), activity.value);
      const text = readMessageText(activity);
      if (text === undefined) return undefined;
      return files ? { kind: 'take-files', said: text, meant: readSentence(text) } : readSentence(text);
    }
    case ActivityTypes.Invoke: {
      if (isDialogInvoke(activity)) return readDialog(activity, readPress);
      if (activity.name === 'fileConsent/invoke') return readConsent(activity.value, readPress);
      const action: unknown = activity.name === 'adaptiveCard/action' ? activity.value?.action : undefined;
      return isObject(action) ? readPress(verbOf(action), isObject(action.data) ? action.data : {}) : readPress('', {});
    }
    case ActivityTypes.InstallationUpdate:
      return activity.action === 'add' ? { kind: 'welcome' } : undefined;
    default:
      return undefined;
  }
}

/** The answer to an offered file. What it was comes back with it, and is believed as little as any card's data. */
function readConsent(value: unknown, readPress: Readers['readPress']): Request {
  const { action, context } = isObject(value) ? value : {};
  return readPress(action === 'accept' ? 'take-evidence' : 'leave-evidence', context);
}

/** Action.Execute carries its verb beside the data, Action.Submit inside it. */
function verbOf(value: Record<string, unknown>): string {
  return typeof value.verb === 'string' ? value.verb : '';
}

function readActor(activity: Activity): Actor | undefined {
  const { id, name, aadObjectId } = activity.from;
  const tenant = tenantOf(activity);
  if (!aadObjectId || tenant === undefined) return undefined;
  return { oid: aadObjectId.toLowerCase(), tenant, channelId: id, name: name ?? '' };
}

function readPlace(activity: Activity): Place {
  const { conversation, serviceUrl, from } = activity;
  // What one person asks in a dialog must not lend its subject to the next question of another.
  if (isDialogInvoke(activity)) return { conversationId: `dialog ${from.id}`, kind: 'dialog', serviceUrl };
  return { conversationId: conversation.id, kind: placeKind(conversation), serviceUrl };
}

/** A kind of conversation not known here counts as a group: nothing personal is said in it. */
export function placeKind({ conversationType, isGroup }: Activity['conversation']): Place['kind'] {
  if (conversationType === 'channel') return 'channel';
  return (conversationType ?? 'personal') === 'personal' && isGroup !== true ? 'personal' : 'group';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
