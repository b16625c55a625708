import type { ChosenMessage } from '../requests/read-message.ts';
import { plainWords } from './plain-words.ts';

/** A link or a name longer than this is none of Teams'. */
const longest = 2_000;

/** The `messagePayload` of a message action: anything may be missing, and nothing in it is proof of anything. */
export function readChosenMessage(payload: unknown): { readonly message: ChosenMessage; readonly pictures: number } {
  const { body, linkToMessage, createdDateTime, from, attachments } = asObject(payload);
  const { contentType, content } = asObject(body);
  const html = typeof content === 'string' ? content : '';
  const read = contentType === 'text' ? { words: html.trim(), pictures: 0 } : plainWords(html);
  const files = (Array.isArray(attachments) ? attachments : []).filter(isPicture).length;
  return {
    message: { words: read.words, link: linkOf(linkToMessage), at: line(createdDateTime), author: authorOf(from) },
    pictures: Math.min(read.pictures + files, 10),
  };
}

function authorOf(from: unknown): ChosenMessage['author'] {
  const { id, displayName } = asObject(asObject(from).user);
  return line(id) === '' || line(displayName) === '' ? null : { id: line(id).toLowerCase(), name: line(displayName) };
}

/** Only an address of the web; whatever else stands there is not passed on. */
function linkOf(link: unknown): string {
  return /^https:\/\//i.test(line(link)) && !/\s/.test(line(link)) ? line(link) : '';
}

const isPicture = (attachment: unknown): boolean => String(asObject(attachment).contentType).startsWith('image/');

const line = (value: unknown): string => (typeof value === 'string' && value.length <= longest ? value.trim() : '');

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
