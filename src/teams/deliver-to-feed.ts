import type { AlertNotice, Courier, Delivery } from '../alerts/courier.ts';
import { longDate } from '../cards/clause-view.ts';
import { chatLink, type TabAddress, tabLink } from '../cards/tab-links.ts';
import { type GraphAccess, type GraphReceipt, graphSender } from '../people/graph-client.ts';

/** The activity types of appPackage/manifest.json, by whom they tell. */
export const feedTypes = { staff: 'somethingWaits', reporter: 'newsForYou' } as const;

export interface FeedParts extends GraphAccess {
  readonly tab: TabAddress & { readonly appId: string };
  /** The bot's app id. */
  readonly botId: string;
}

/**
 * Brings an alert to a person's activity feed in Teams, where their chat with the bot could not be written to. It says what
 * the card says, and to a reporter not even that there is a report (E1); opening it leads to the tab or the chat, which ask
 * anew who may know.
 */
export function createFeedCourier(parts: FeedParts): Courier {
  const tell = graphSender(parts);
  return {
    channel: 'activity-feed',
    async deliver(oid, notice) {
      if (!/^[0-9a-f-]{36}$/i.test(oid)) return { outcome: 'unreachable', reason: 'gone' };
      return judge(await tell(`/users/${oid}/teamwork/sendActivityNotification`, entryOf(parts, notice)));
    },
  };
}

function entryOf({ tab, botId }: FeedParts, { alertId, reference, ask, by, for: whom }: AlertNotice): object {
  const forStaff = whom === 'staff';
  const webUrl = forStaff ? tabLink(tab, 'incidents', reference) : chatLink(botId, reference);
  const words = [...(forStaff ? [ask] : []), ...(by === null ? [] : [`Wanted by ${longDate(by)}.`])].join(' ');
  return {
    topic: { source: 'text', value: 'Can I Post?', webUrl },
    activityType: feedTypes[whom],
    chainId: chainOf(alertId),
    previewText: { content: words || 'Open it to see more.' },
    teamsAppId: tab.appId,
    templateParameters: [{ name: 'reference', value: reference }],
  };
}

/** The same number for the same alert: sent twice, the second stands in the place of the first. */
function chainOf(alertId: string): number {
  let chain = 7;
  for (const character of alertId) chain = (chain * 31 + (character.codePointAt(0) ?? 0)) % 4_294_967_291;
  return chain;
}

function judge({ status, afterMs }: GraphReceipt): Delivery {
  if (status >= 200 && status < 300) return { outcome: 'delivered', messageId: null };
  if (status === 404) return { outcome: 'unreachable', reason: 'not-installed' };
  if (status === 400 || status === 403 || status === 409) return { outcome: 'unreachable', reason: 'refused' };
  return { outcome: 'later', afterMs };
}
