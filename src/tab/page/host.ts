import { app, authentication } from '@microsoft/teams-js';
import { type Route, routeOfHost } from './route.ts';

/** What the tab is shown in: Teams or one of its siblings, or a browser by itself. */
export interface Host {
  readonly kind: 'teams' | 'browser';
  readonly theme: string;
  /** Where the host asks to begin, if it names a place. */
  readonly route: Route | null;
  /** Calls back with the host's theme whenever it changes. */
  onTheme(change: (theme: string) => void): void;
  /** A token that says who is signed in; null where the host has none. */
  token(): Promise<string | null>;
  /** Opens a link the way the host does: a link into Teams stays in Teams. */
  open(link: string): void;
}

/** teams-js never answers in a frame of somebody it does not trust; after this many ms the page goes on alone. */
const patience = 4_000;

/** Finds out where the page is. Never throws, and takes four seconds at most. */
export async function connectHost(): Promise<Host> {
  if (window.parent === window) return browserHost;
  try {
    await within(patience, app.initialize());
    const { app: about, page } = await within(patience, app.getContext());
    app.notifyAppLoaded();
    void app.notifySuccess();
    return teamsHost(about.theme, routeOfHost(page.id, page.subPageId));
  } catch {
    return browserHost;
  }
}

function teamsHost(theme: string, route: Route | null): Host {
  return {
    ...{ kind: 'teams', theme, route },
    onTheme: (change) => app.registerOnThemeChangeHandler(change),
    token: () => within(15_000, authentication.getAuthToken()).catch(() => null),
    open: (link) => {
      if (!link.startsWith('https://teams.microsoft.com/')) window.open(link, '_blank', 'noopener');
      else void app.openLink(link).catch(() => window.open(link, '_blank', 'noopener'));
    },
  };
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const forced = window.matchMedia('(forced-colors: active)');

/** A browser has no token to give; its own settings say which theme. */
const browserHost: Host = {
  kind: 'browser',
  theme: browserTheme(),
  route: null,
  onTheme: (change) => {
    for (const query of [dark, forced]) query.addEventListener('change', () => change(browserTheme()));
  },
  token: async () => null,
  open: (link) => window.open(link, '_blank', 'noopener'),
};

function browserTheme(): string {
  if (forced.matches) return 'contrast';
  return dark.matches ? 'dark' : 'default';
}

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return Promise.race([
    promise,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer from the host')), ms)),
  ]);
}
