import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type Frame, chromium as launcher, type Page } from 'playwright-core';

const pictures = join(import.meta.dirname, '../../var/screenshots');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const themes = ['default', 'dark', 'contrast'] as const;

/** What a page of Teams says to the tab in its frame. */
export interface HostPlan {
  /** The tab's own address, with the page that it begins with. */
  readonly tab: string;
  /** The static tab's entity id, and what a deep link named on it. */
  readonly entity?: string;
  readonly sub?: string;
  /** A token for whoever is signed in; throws where Teams has none to give. */
  readonly token: () => Promise<string>;
  readonly width?: number;
  /** Whose page it is; teams-js trusts Microsoft's only. */
  readonly origin?: string;
}

/** The tab within a page that speaks the protocol of teams-js, at the address of Teams, in a real browser. */
export interface TeamsHost {
  readonly page: Page;
  readonly frame: Frame;
  /** Names of what the tab asked its host, in order. */
  calls(): Promise<readonly string[]>;
  setTheme(theme: (typeof themes)[number]): Promise<void>;
  /** What axe-core finds wrong in the frame, as "rule: element". */
  flaws(): Promise<readonly string[]>;
  picture(name: string): Promise<void>;
  /** What the page threw, and what its security policy stopped. */
  readonly troubles: readonly string[];
  close(): Promise<void>;
}

/** Flags of the npm Chromium that turn off what is to be tried here, or end the browser with its first page. */
const tooLax =
  /--(single-process|no-zygote|in-process-gpu|disable-web-security|allow-running-insecure-content|disable-site-isolation-trials)/;

/** The npm Chromium with the security of a browser that people use; only its wish to be asked about this machine is off. */
export async function openStrictBrowser(): Promise<Browser> {
  const kept = chromium.args.filter((flag) => !tooLax.test(flag) && !flag.startsWith('--disable-features'));
  return launcher.launch({
    executablePath: await chromium.executablePath(),
    headless: true,
    args: [...kept, '--no-sandbox', '--disable-features=LocalNetworkAccessChecks'],
  });
}

export async function openInTeams(browser: Browser, plan: HostPlan): Promise<TeamsHost> {
  const context = await browser.newContext({ viewport: { width: plan.width ?? 1_000, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to|violates/.test(message.text())) troubles.push(message.text());
  });
  const { tab, entity = 'policy', sub = '', origin = 'https://teams.microsoft.com' } = plan;
  await page.exposeFunction('hostToken', plan.token);
  await page.route(`${origin}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: hostPage({ tab, entity, sub }) }),
  );
  // The list of trusted hosts, which teams-js has built in as well.
  await page.route('https://res.cdn.office.net/**', (route) => route.abort());
  await page.goto(`${origin}/host`);
  const handle = await page.waitForSelector('iframe');
  const frame = (await handle.contentFrame()) as Frame;
  return {
    ...{ page, frame, troubles },
    calls: () => page.evaluate('window.calls'),
    setTheme: async (theme) => {
      await page.evaluate(`window.setTheme('${theme}')`);
      await frame.waitForSelector(`html[data-theme="${theme}"]`);
    },
    async flaws() {
      if (!(await frame.evaluate('"axe" in window'))) await frame.evaluate(axe);
      return frame.evaluate(`axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 160) + ' ' + failureSummary.slice(0, 200))))`);
    },
    async picture(name) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
    close: () => context.close(),
  };
}

/** Answers what teams-js asks of Teams: initialize, the context, a token; and tells of another theme. */
function hostPage(plan: { readonly tab: string; readonly entity: string; readonly sub: string }): string {
  const runtime = {
    ...{ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false },
    supports: { pages: { tabs: {}, fullTrust: {} }, teamsCore: {}, logs: {} },
  };
  return `<!doctype html><html lang="en"><title>Teams, for a test</title>
<style>body{margin:0}iframe{border:0;width:100%;height:100vh}</style><iframe title="The tab"></iframe><script>
const plan = ${JSON.stringify(plan)}, runtime = ${JSON.stringify(JSON.stringify(runtime))};
const frame = document.querySelector('iframe'), calls = (window.calls = []);
let theme = 'default';
addEventListener('message', async ({ data, source, origin }) => {
  if (!data || !data.func || source !== frame.contentWindow) return;
  calls.push(data.func);
  const reply = (...args) => source.postMessage({ id: data.id, uuid: data.uuid, uuidAsString: data.uuidAsString, monotonicTimestamp: data.monotonicTimestamp, args }, origin);
  if (data.func === 'initialize') reply('content', 'web', runtime, '2.58.0');
  else if (data.func === 'getContext') reply({ theme, hostName: 'Teams', hostClientType: 'web', entityId: plan.entity, subEntityId: plan.sub, locale: 'en-gb', sessionId: 's', frameContext: 'content', appSessionId: 'x' });
  else if (data.func === 'authentication.getAuthToken') window.hostToken().then((token) => reply(true, token), (error) => reply(false, error.message));
});
window.setTheme = (next) => { theme = next; frame.contentWindow.postMessage({ func: 'themeChange', args: [next] }, '*'); };
frame.src = plan.tab;
</script></html>`;
}
