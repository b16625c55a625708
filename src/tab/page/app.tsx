import { FluentProvider } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Me, Setup } from '../wire.ts';
import type { Reply } from './api.ts';
import { setupAtOnce } from './at-once.ts';
import { type MeState, TabContextOf } from './context.ts';
import type { Host } from './host.ts';
import { type Route, readRoute, writeRoute } from './route.ts';
import { makeSession, type Session } from './session.ts';
import { Shell } from './shell.tsx';
import { themeOf } from './themes.ts';

/** The whole page: the host's theme around it, and who, where and what within. */
export function App({ host }: { readonly host: Host }) {
  const [theme, setTheme] = useState(host.theme);
  const [setup, setSetup] = useState<Setup | 'missing' | null>(null);
  useEffect(() => host.onTheme(setTheme), [host]);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    void setupAtOnce.then((reply) => setSetup(reply.ok ? reply.value : 'missing'));
  }, []);
  return (
    <FluentProvider theme={themeOf(theme)} className="app">
      {setup === 'missing' && <p className="waiting">“Can I Post?” cannot be reached right now. Please try again.</p>}
      {setup === null && <p className="waiting">One moment…</p>}
      {setup !== null && setup !== 'missing' && <SetUp host={host} setup={setup} />}
    </FluentProvider>
  );
}

function SetUp({ host, setup }: { readonly host: Host; readonly setup: Setup }) {
  const [session] = useState(() => makeSession(host, setup));
  const [route, navigate] = useRoute(host);
  const [me, become] = useMe(session);
  const [said, setSaid] = useState('');
  const announce = useCallback((words: string) => {
    // The same words twice are only read out again when there was something else between.
    setSaid('');
    setTimeout(() => setSaid(words), 50);
  }, []);
  const tab = useMemo(
    () => ({ host, setup, session, route, navigate, announce, me }),
    [host, setup, session, route, navigate, announce, me],
  );
  return (
    <TabContextOf.Provider value={tab}>
      <Shell become={become} />
      <div role="status" aria-live="polite" className="unseen">
        {said}
      </div>
    </TabContextOf.Provider>
  );
}

/** The route stands in the address, so that it can be linked to, and back and forward work. */
function useRoute(host: Host): [Route, (route: Route) => void] {
  const [route, setRoute] = useState(() => host.route ?? readRoute(location.hash));
  useEffect(() => {
    if (host.route !== null) history.replaceState(null, '', writeRoute(host.route));
    const follow = () => setRoute(readRoute(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [host]);
  const navigate = useCallback((next: Route) => {
    location.hash = writeRoute(next);
  }, []);
  return [route, navigate];
}

function useMe(session: Session): [MeState, (oid: string | null) => void] {
  const [me, setMe] = useState<MeState>({ kind: 'asking' });
  const asked = useRef(0);
  const ask = useCallback(() => {
    const turn = ++asked.current;
    setMe({ kind: 'asking' });
    void whoIs(session).then((reply) => {
      if (turn === asked.current)
        setMe(reply.ok ? { kind: 'somebody', me: reply.value } : { kind: 'nobody', refusal: reply.refusal });
    });
  }, [session]);
  useEffect(ask, [ask]);
  const become = useCallback(
    (oid: string | null) => {
      session.become(oid);
      ask();
    },
    [session, ask],
  );
  return [me, become];
}

/** Nobody is asked about who has nothing to show for themselves. */
async function whoIs({ identify, api }: Session): Promise<Reply<Me>> {
  if ((await identify()) !== null) return api.get<Me>('me');
  return { ok: false, refusal: { kind: 'not-signed-in', headline: 'Please sign in', lines: [] } };
}
