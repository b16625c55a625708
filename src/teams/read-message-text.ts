import type { Activity } from 'botbuilder';
import { placeKind } from './read-activity.ts';

/**
 * What the member wrote, without the mention of the bot; other people's mentions become their plain names. Undefined in
 * a group or channel where the bot was not mentioned.
 */
export function readMessageText(activity: Activity): string | undefined {
  const mentions = (activity.entities ?? []).filter((entity) => entity.type === 'mention');
  const toBot = mentions.filter((mention) => mention.mentioned?.id === activity.recipient.id);
  if (placeKind(activity.conversation) !== 'personal' && toBot.length === 0) return undefined;
  let text = activity.text ?? '';
  for (const { text: marked } of toBot) if (typeof marked === 'string') text = text.replace(marked, ' ');
  return text
    .replace(/<at(?:\s[^>]*)?>([^<]*)<\/at>/gi, '$1')
    .replaceAll('&nbsp;', ' ')
    .replace(/\r\n?/g, '\n')
    .trim();
}
