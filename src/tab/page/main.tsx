import './page.css';
import './policy/policy.css';
import './figures/figures.css';
import './incidents/incidents.css';
import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { policyAtOnce } from './at-once.ts';
import { connectHost } from './host.ts';
import { readRoute } from './route.ts';

const root = document.getElementById('root') as HTMLElement;
/** The style sheets that Fluent writes carry the nonce of the page, which its security policy asks for. */
const nonce = document.querySelector('script')?.nonce ?? '';
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

if (readRoute(location.hash).page === 'policy') void policyAtOnce();

connectHost()
  .then((host) =>
    createRoot(root).render(
      <RendererProvider renderer={renderer} targetDocument={document}>
        <App host={host} />
      </RendererProvider>,
    ),
  )
  .catch(() => {
    root.textContent = 'The page could not be shown. Please reload it.';
  });
