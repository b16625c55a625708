import { Select, Spinner } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useId, useRef } from 'react';
import { useTab } from './context.ts';
import { PolicyPage } from './policy/policy-page.tsx';
import { type Page, pages, writeRoute } from './route.ts';

const IncidentsPage = lazy(() => import('./incidents/incidents-page.tsx'));
const FiguresPage = lazy(() => import('./figures/figures-page.tsx'));

export const pageNames: Readonly<Record<Page, string>> = {
  policy: 'Policy',
  incidents: 'Incidents',
  figures: 'Figures',
};

/** Skip link, navigation, who one is in the local run, and the page itself. */
export function Shell({ become }: { readonly become: (oid: string | null) => void }) {
  const { route, setup } = useTab();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const place = route.page;
  useEffect(() => {
    document.title = `${pageNames[place]} – Can I Post?`;
    // Whoever comes to another page by keyboard or screen reader begins at its heading.
    if (!first.current) main.current?.querySelector('h1')?.focus();
    first.current = false;
  }, [place]);
  const skip = () => main.current?.querySelector('h1')?.focus();
  return (
    <>
      <button type="button" className="skip" onClick={skip}>
        Skip to the page
      </button>
      <header className="top">
        <Navigation />
        {setup.local && <PersonPicker become={become} />}
      </header>
      <main ref={main}>
        <Suspense fallback={<Spinner label="One moment…" />}>
          {route.page === 'policy' && <PolicyPage />}
          {route.page === 'incidents' && <IncidentsPage />}
          {route.page === 'figures' && <FiguresPage />}
        </Suspense>
      </main>
    </>
  );
}

/** The policy for everybody; the rest for those whose role has something there, or who came by a link. */
function Navigation() {
  const { me, route } = useTab();
  const open: Readonly<Record<Page, boolean>> = {
    policy: true,
    incidents: me.kind === 'somebody' && me.me.incidents,
    figures: me.kind === 'somebody' && me.me.figures,
  };
  return (
    <nav aria-label="Pages">
      <ul>
        {pages
          .filter((page) => open[page] || page === route.page)
          .map((page) => (
            <li key={page}>
              <a href={writeRoute({ page, item: null })} aria-current={page === route.page ? 'page' : undefined}>
                {pageNames[page]}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

/** The local run has no sign-in: one chooses whom to be, as in its chat client. */
function PersonPicker({ become }: { readonly become: (oid: string | null) => void }) {
  const { setup, session } = useTab();
  const id = useId();
  return (
    <div className="person">
      <label htmlFor={id}>Act as</label>
      <Select
        id={id}
        size="small"
        defaultValue={session.person() ?? ''}
        onChange={(_event, { value }) => become(value === '' ? null : value)}
      >
        <option value="">Nobody (not signed in)</option>
        {setup.people.map(({ oid, name, title }) => (
          <option key={oid} value={oid}>
            {name}, {title}
          </option>
        ))}
      </Select>
    </div>
  );
}
