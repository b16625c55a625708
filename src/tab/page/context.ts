import { createContext, useContext } from 'react';
import type { Me, RefusalView, Setup } from '../wire.ts';
import type { Host } from './host.ts';
import type { Route } from './route.ts';
import type { Session } from './session.ts';

/** What every part of the page may use. */
export interface TabContext {
  readonly host: Host;
  readonly setup: Setup;
  readonly session: Session;
  readonly me: MeState;
  readonly route: Route;
  navigate(route: Route): void;
  /** Says something to who listens with a screen reader, without moving the focus. */
  announce(words: string): void;
}

/** Who is signed in: not asked yet, nobody (with the reason in words), or somebody. */
export type MeState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'nobody'; readonly refusal: RefusalView }
  | { readonly kind: 'somebody'; readonly me: Me };

export const TabContextOf = createContext<TabContext | null>(null);

export function useTab(): TabContext {
  const tab = useContext(TabContextOf);
  if (tab === null) throw new Error('A part of the page is shown outside of it.');
  return tab;
}
