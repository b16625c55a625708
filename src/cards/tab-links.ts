/** Where the tab is: its address, and the app's id where links can stay in Teams. */
export interface TabAddress {
  /** "https://bot.example.org/tab" */
  readonly endpoint: string;
  readonly appId: string | null;
}

/** The tab's pages, by the entity ids of the app's manifest. */
export const tabPages = ['policy', 'incidents', 'figures'] as const;
export type TabPage = (typeof tabPages)[number];

/** The page in a browser: "https://bot.example.org/tab#/policy/6.1.3(a)". */
export function browserLink({ endpoint }: TabAddress, page: TabPage, item: string | null = null): string {
  return `${endpoint}#/${page}${item === null ? '' : `/${encodeURIComponent(item)}`}`;
}

/** The page inside Teams where the app's id is known (a deep link, whose sub page is the item), else in a browser. */
export function tabLink(tab: TabAddress, page: TabPage, item: string | null = null): string {
  const address = browserLink(tab, page, item);
  if (tab.appId === null) return address;
  const query = new URLSearchParams({ webUrl: address });
  if (item !== null) query.set('context', JSON.stringify({ subEntityId: item }));
  // Teams reads "+" as itself.
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(tab.appId)}/${page}?${query.toString().replaceAll('+', '%20')}`;
}

/** The address at which a clause opens in the tab; '' where there is no tab. */
export type ClauseLink = (clause: string) => string;

export const noClauseLink: ClauseLink = () => '';

export function clauseLinks(tab: () => TabAddress | null): ClauseLink {
  return (clause) => {
    const address = tab();
    return address === null ? '' : tabLink(address, 'policy', clause);
  };
}

/** The chat with the bot in Teams, with a text to begin with. */
export function chatLink(botId: string, message = ''): string {
  const query = new URLSearchParams({ users: `28:${botId}`, ...(message === '' ? {} : { message }) });
  return `https://teams.microsoft.com/l/chat/0/0?${query.toString().replaceAll('+', '%20')}`;
}
