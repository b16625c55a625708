import type { TabAddress } from './cards/tab-links.ts';
import { chatLink } from './cards/tab-links.ts';
import type { Config } from './config.ts';
import type { TabParts } from './tab/api/parts.ts';
import { createTabSite, type TabSite } from './tab/tab-site.ts';
import type { TabSignIn } from './teams/tab-site.ts';

/** Where things are, as it comes to be known while the program starts: a local run has its address once it listens. */
export interface Places {
  /** The bot's own root ("http://127.0.0.1:3978"), or '' before it listens. */
  root: string;
  /** The chat client of the local run. */
  chat: string | null;
}

/** Where the tab is for links; null where there is none. */
export function tabAddress({ tab }: Config, places: Places): TabAddress | null {
  if (tab === null) return null;
  return { endpoint: tab.endpoint || `${places.root}/tab`, appId: tab.appId };
}

/** The tab as the edge serves it; undefined where it has no address. */
export async function startTab(
  config: Config,
  places: Places,
  parts: Omit<TabParts, 'setup'>,
): Promise<{ readonly site: TabSite; readonly signIn: TabSignIn | null } | undefined> {
  const { tab, tenants, credentials } = config;
  if (tab === null) return undefined;
  const local = config.mode === 'local';
  const people = local ? parts.organisation.people : [];
  const site = await createTabSite(
    {
      ...parts,
      setup: () => ({
        local,
        people: people.map(({ oid, name, title }) => ({ oid, name, title: title ?? '' })),
        chat: local ? places.chat : credentials && chatLink(credentials.appId),
        links: tabAddress(config, places) ?? { endpoint: '', appId: null },
      }),
    },
    people.map(({ oid, tenant, name }) => ({ oid, tenant, name })),
  );
  return { site, signIn: tab.clientId === null ? null : { clientId: tab.clientId, tenants } };
}
