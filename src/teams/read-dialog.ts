import { type Activity, ActivityTypes } from 'botbuilder';
import { readMessage } from '../requests/read-message.ts';
import type { Request } from '../requests/request.ts';
import type { Attachment } from '../requests/turn.ts';
import { readChosenMessage } from './read-chosen-message.ts';

type ReadPress = (verb: string, data: unknown) => Request;

/**
 * Message actions, the search box and dialogs: invokes whose answer only the person who asked sees. Their conversation is
 * the one in which they were opened, which may be a chat of two people without the bot.
 */
export function isDialogInvoke({ type, name }: Activity): boolean {
  return type === ActivityTypes.Invoke && /^(?:composeExtension|task)\//.test(name ?? '');
}

/** True where the answer is a dialog; else it is a list in the search box, or words there. */
export function opensDialog({ name }: Activity): boolean {
  return /^(?:task\/|composeExtension\/(?:fetchTask|submitAction)$)/.test(name ?? '');
}

/** What a dialog invoke asks; what it has no name for asks nothing that is known. */
export function readDialog(activity: Activity, readPress: ReadPress): Request {
  const value = asObject(activity.value);
  switch (activity.name) {
    case 'composeExtension/query':
      return readSearch(value, readPress);
    case 'composeExtension/fetchTask': {
      const { message } = readChosenMessage(value.messagePayload);
      const { id, aadObjectId } = activity.from;
      return readMessage(asText(value.commandId), message, [id.toLowerCase(), aadObjectId?.toLowerCase() ?? '']);
    }
    case 'composeExtension/submitAction':
    case 'task/fetch':
    case 'task/submit': {
      const data = asObject(value.data);
      return readPress(asText(data.verb), data);
    }
    default:
      return readPress('', {});
  }
}

/** Pictures in a chosen message, which Teams does not hand over: they are known to be there, and cannot be fetched. */
export function readDialogAttachments({ value }: Activity): readonly Attachment[] {
  const { pictures } = readChosenMessage(asObject(value).messagePayload);
  const download = () => Promise.reject(new Error('Teams does not hand over the pictures of a chosen message'));
  return Array.from({ length: pictures }, () => ({ name: '', contentType: 'image/*', download }));
}

function readSearch({ commandId, parameters, queryOptions }: Record<string, unknown>, readPress: ReadPress): Request {
  if (commandId !== 'search-policy') return readPress('', {});
  const typed = (Array.isArray(parameters) ? parameters : []).map(asObject).find(({ name }) => name === 'words');
  const { skip, count } = asObject(queryOptions);
  return readPress('search-policy', { words: asText(typed?.value), skip, count });
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
