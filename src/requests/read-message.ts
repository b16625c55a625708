import { clockTime, longDate } from '../cards/clause-view.ts';
import { type Request, toReport } from './request.ts';

/** A message in Teams that a member chose "Check this post" or "Report this message" for. */
export interface ChosenMessage {
  /** Plain words, as they stood. */
  readonly words: string;
  readonly link: string;
  /** When it was written, as an ISO instant, or empty. */
  readonly at: string;
  /** Who wrote it, if a person did; the id is their Entra object id, as Teams gives it, in small letters. */
  readonly author: { readonly id: string; readonly name: string } | null;
}

/** The longest quotation that leaves room for a word of the reporter's own in the form. */
const longestQuote = 7_000;

/** What a message action asks. `chooser` has the ids of the member who chose it: of Entra, and of the channel. */
export function readMessage(command: string, message: ChosenMessage, chooser: readonly string[]): Request {
  switch (command) {
    case 'check-post':
      return message.words === ''
        ? { kind: 'open-check-form' }
        : { kind: 'check-draft', draft: message.words, platform: '' };
    case 'report-message':
      return reportOf(message, chooser);
    default:
      return { kind: 'unreadable', why: 'unknown-verb', detail: '' };
  }
}

/** The words stay as they were, in quotation marks: they are the abuse that is reported, never the reporter's own. */
function reportOf({ words, link, at, author }: ChosenMessage, chooser: readonly string[]): Request {
  const other = author === null || chooser.includes(author.id) ? null : { ...author, name: plainName(author.name) };
  const when = Number.isNaN(Date.parse(at)) ? '' : `${longDate(at)}, ${clockTime(at)}`;
  const quoted =
    words.length > longestQuote ? `${words.slice(0, longestQuote)}… (the message goes on; see the link)` : words;
  const about = words === '' ? '' : `${other?.name || 'The message'}${when === '' ? '' : `, ${when}`}: “${quoted}”\n`;
  return {
    ...toReport(about),
    ...{ when, links: link, platform: 'Microsoft Teams', author: objectIdOf(other?.id), authorName: other?.name ?? '' },
  };
}

const objectIdOf = (id = ''): string => (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : '');

/** "ASHDOWN, Tom (SAMPLE ORGANISATION)", as large directories write names, in the order in which people say them. */
function plainName(shown: string): string {
  const [, family, given] = /^([^,()]+),\s*([^,()]+?)\s*(?:\(.*\))?\s*$/.exec(shown) ?? [];
  const name = family === undefined || given === undefined ? shown : `${given} ${family}`;
  return name
    .replace(/[,;\n]+/g, ' ')
    .trim()
    .slice(0, 120);
}
