import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TabAnswer, TabRequest, TabWho } from './api/answer.ts';
import type { TabParts } from './api/parts.ts';
import { makeTabApi } from './api/tab-api.ts';
import { type Bundle, bundleTab } from './build/bundle.ts';

interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly gzipped: Uint8Array;
}

/** The tab as the edge serves it: one page, its files, and the API behind it. */
export interface TabSite {
  page(nonce: string): string;
  asset(name: string): Asset | undefined;
  answer(request: TabRequest): Promise<TabAnswer>;
  readonly localPeople: readonly TabWho[];
}

/** Bundles the page where that is still to be done, and reads it. Throws `NoBundle` where it cannot be. */
export async function createTabSite(parts: TabParts, localPeople: readonly TabWho[]): Promise<TabSite> {
  const bundle = await bundleTab();
  const assets = readAssets(bundle.folder);
  const title = parts.organisation.document.title;
  return {
    page: (nonce) => pageOf(bundle, title, nonce),
    asset: (name) => assets.get(name),
    answer: makeTabApi(parts),
    localPeople,
  };
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const names = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name));
  return new Map(
    names.map((name) => [
      name,
      {
        type: types[name.slice(name.lastIndexOf('.') + 1)] as string,
        bytes: readFileSync(join(folder, name)),
        gzipped: readFileSync(join(folder, `${name}.gz`)),
      },
    ]),
  );
}

function pageOf({ script, preload, styles }: Bundle, title: string, nonce: string): string {
  const asset = (name: string) => `/tab/assets/${name}`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
${styles.map((name) => `<link rel="stylesheet" href="${asset(name)}">`).join('\n')}
${preload.map((name) => `<link rel="modulepreload" href="${asset(name)}">`).join('\n')}
<script type="module" src="${asset(script)}" nonce="${nonce}"></script>
</head>
<body>
<div id="root"><p class="waiting">One moment…</p></div>
<noscript><p class="waiting">This page needs JavaScript. The policy can also be asked in the chat with “Can I Post?”.</p></noscript>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.codePointAt(0)};`);
}
