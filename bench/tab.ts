/**
 * The tab: what a browser fetches, how long until it can be used, and how fast its API answers among many incidents:
 * `node bench/tab.ts [incidents] [seconds]`, 100,000 and 3 for each figure unless told. Server and caller share a process
 * here, so that the API's figures are upper bounds.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { localKeyring } from '../src/store/keyring.ts';
import { openStore } from '../src/store/open-store.ts';
import { bundleTab } from '../src/tab/build/bundle.ts';
import { openStrictBrowser } from '../test/end-to-end/teams-host.ts';
import { startTabWorld, type TabWorld } from '../test/tab/tab-world.ts';
import { fillWithIncidents, referenceOf } from './fill-with-incidents.ts';

const many = Number(process.argv[2] ?? 100_000);
const seconds = Number(process.argv[3] ?? 3);
const loads = 15;
const print = (line: string) => process.stdout.write(`${line}\n`);

async function sizes(): Promise<void> {
  const { folder, script, preload, styles } = await bundleTab();
  const size = (name: string) => statSync(join(folder, `${name}.gz`)).size / 1_000;
  const first = [script, ...preload, ...styles];
  const later = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name) && !first.includes(name));
  const sum = (names: readonly string[]) => names.reduce((total, name) => total + size(name), 0);
  print(`first view: ${sum(first).toFixed(1)} kB gzipped in ${first.length} files, of 250 kB`);
  print(`later, when a page needs it: ${sum(later).toFixed(1)} kB gzipped in ${later.length} files`);
}

/** The least that Fluent can show: its provider and one button. */
const emptyPage = `import { createRoot } from 'react-dom/client';
import { createElement } from 'react';
import { Button, FluentProvider, teamsLightTheme } from '@fluentui/react-components';
const button = createElement(Button, { id: 'ready' }, 'Ready');
createRoot(document.getElementById('root')).render(createElement(FluentProvider, { theme: teamsLightTheme }, button));`;

/** Serves the empty page, packed like the tab. */
async function serveEmptyPage() {
  const { outputFiles } = await build({
    stdin: { contents: emptyPage, resolveDir: join(import.meta.dirname, '..'), loader: 'js' },
    ...{ bundle: true, write: false, format: 'esm', minify: true, target: 'es2022' },
  });
  const script = gzipSync(outputFiles[0]?.contents ?? '', { level: 9 });
  const server = createServer((request, response) => {
    if (request.url === '/page.js') {
      response.writeHead(200, { 'content-type': 'text/javascript', 'content-encoding': 'gzip' });
      return response.end(script);
    }
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><div id="root"></div><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { address, kilobytes: script.length / 1_000, close: () => server.close() };
}

/** From the start of the navigation until what is waited for is there and the page has nothing more at hand, in ms. */
async function timeToUse(browser: Browser, address: string, selector: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('https://**', (route) => route.abort());
  await page.addInitScript(`new MutationObserver((_, watch) => {
    if (!document.querySelector(${JSON.stringify(selector)})) return;
    watch.disconnect();
    requestIdleCallback(() => { window.usableAt = performance.now(); });
  }).observe(document, { childList: true, subtree: true });`);
  await page.goto(address);
  for (;;) {
    const usableAt = await page.evaluate<number | undefined>('window.usableAt');
    if (usableAt !== undefined) {
      await context.close();
      return usableAt;
    }
    await new Promise((done) => setTimeout(done, 20));
  }
}

async function firstUse(tab: TabWorld): Promise<void> {
  const [browser, empty] = [await openStrictBrowser(), await serveEmptyPage()];
  const times = { tab: [] as number[], empty: [] as number[] };
  for (let load = 0; load < loads; load++) {
    times.empty.push(await timeToUse(browser, empty.address, '#ready'));
    times.tab.push(await timeToUse(browser, `${tab.root}/tab`, '.document .clause'));
  }
  await browser.close();
  empty.close();
  const [ours, theirs] = [median(times.tab), median(times.empty)];
  print(
    `an empty Fluent page (${empty.kilobytes.toFixed(1)} kB): usable after ${theirs.toFixed(0)} ms, median of ${loads}`,
  );
  print(`the tab with the whole policy: usable after ${ours.toFixed(0)} ms, ${(ours / theirs).toFixed(2)} times that`);
}

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

const asks: readonly [what: string, path: string, name: string | undefined, status: number][] = [
  ['setup, which is nothing but HTTP', 'setup', undefined, 200],
  ['the policy', 'policy', undefined, 200],
  ['a search', 'search?words=can+I+say+where+I+work', undefined, 200],
  ['who one is, by a token', 'me', 'Priya', 200],
  ['my incidents', 'incidents', 'Priya', 200],
  ['all of the team, due today', 'incidents?whose=team&due=today', 'Priya', 200],
  ['one incident, an audited read', `incidents/${referenceOf(7)}`, 'Priya', 200],
  ['one that is kept from the asker', `incidents/${referenceOf(7)}`, 'Tom', 404],
  ['one that does not exist', 'incidents/CIP-NONE0-NONE0', 'Tom', 404],
];

type Ask = (path: string, name?: string) => Promise<number>;

/** Asks as fast as it is answered: for the edge, seconds pass between two requests, so that nobody is slowed. */
async function askerOf(tab: TabWorld): Promise<Ask> {
  const far = tab.casework.now().getTime() / 1_000 + 10 * 365 * 86_400;
  const tokens = new Map<string, string>();
  for (const name of ['Priya', 'Dev', 'Tom']) tokens.set(name, await tab.token(name, { claims: { exp: far } }));
  return async (path, name) => {
    tab.casework.at(new Date(tab.casework.now().getTime() + 1_000).toISOString());
    const headers: Record<string, string> = name === undefined ? {} : { authorization: `Bearer ${tokens.get(name)}` };
    const response = await tab.fetch(`/tab/api/${path}`, { headers });
    await response.arrayBuffer();
    return response.status;
  };
}

/** Median and 99th percentile of each request, in ms. */
async function timesOf(ask: Ask): Promise<readonly { readonly mid: number; readonly p99: number }[]> {
  const figures = [];
  for (const [what, path, name, wanted] of asks) {
    const times: number[] = [];
    for (const end = performance.now() + seconds * 1_000; performance.now() < end; ) {
      const at = performance.now();
      const status = await ask(path, name);
      times.push(performance.now() - at);
      if (status !== wanted) throw new Error(`${what} was answered with ${status}`);
    }
    times.sort((a, b) => a - b);
    figures.push({ mid: median(times), p99: times[Math.floor(times.length * 0.99)] ?? 0 });
  }
  return figures;
}

async function countFigures(ask: Ask): Promise<void> {
  const began = performance.now();
  const counting = ask('figures', 'Dev');
  let slowest = 0;
  for (let counted = false; !counted; ) {
    const at = performance.now();
    await ask('setup');
    slowest = Math.max(slowest, performance.now() - at);
    counted = await Promise.race([
      counting.then(() => true),
      new Promise<false>((no) => setTimeout(() => no(false), 5)),
    ]);
  }
  const took = (performance.now() - began) / 1_000;
  print(`the figures, counted anew over all: ${took.toFixed(1)} s; others waited ${slowest.toFixed(0)} ms at most`);
}

async function api(tab: TabWorld): Promise<void> {
  const ask = await askerOf(tab);
  const few = Math.min(1_000, many);
  await fillWithIncidents(tab.casework, 0, few);
  const before = await timesOf(ask);
  await fillWithIncidents(tab.casework, few, many);
  const after = await timesOf(ask);
  print(`the API, sealed records in SQLite, median and p99 in ms: among ${few}, among ${many}, times`);
  for (const [at, [what]] of asks.entries()) {
    const [small, large] = [before[at], after[at]] as [{ mid: number; p99: number }, { mid: number; p99: number }];
    const both = [small, large].map(({ mid, p99 }) => `${mid.toFixed(2)} and ${p99.toFixed(2)}`).join(', ');
    print(`  ${what}: ${both}, ${(large.p99 / small.p99).toFixed(2)} times`);
  }
  await countFigures(ask);
}

const folder = mkdtempSync(join(tmpdir(), 'tab-bench-'));
try {
  await sizes();
  const file = join(folder, 'store.sqlite');
  const keyring = localKeyring(join(folder, 'data.key'), file);
  const tab = await startTabWorld('deployed', await openStore({ databaseUrl: null, file, keyring }));
  await firstUse(tab);
  await api(tab);
  await tab.stop();
} finally {
  rmSync(folder, { recursive: true });
}
