import { randomBytes, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import type { Figures } from './figures.ts';
import { RefusedBody, readJson } from './read-json.ts';
import { pagePolicy, tabHeaders } from './tab-headers.ts';
import type { IdentifyTab } from './tab-identity.ts';
import { addressPace, createTabPace, personPace } from './tab-pace.ts';
import { sendAnswer, sendAsset } from './tab-send.ts';
import type { TabSite } from './tab-site.ts';
import { createTabStreams } from './tab-streams.ts';
import { Refused } from './verify-channel-token.ts';

export interface TabRouteParts {
  readonly site: TabSite;
  readonly identify: IdentifyTab;
  readonly clock: () => Date;
  readonly logger: Logger;
  readonly figures: Figures;
  readonly local: boolean;
}

/** What one request of the page may be: the longest text of a form, and no more. */
const bodyLimits = { bytes: 128 * 1024, depth: 6, withinMs: 10_000 };
const longestAddress = 2_048;

/** GET /tab (the page), /tab/assets/… (its files) and /tab/api/… (what it asks). Returns how to end what is still open. */
export function mountTab(server: Server, parts: TabRouteParts): () => void {
  const { site, local } = parts;
  const headers = tabHeaders(local);
  const streams = createTabStreams();
  const pace = createTabPace();

  const guarded =
    (serve: (request: Request, response: Response) => Promise<void>) =>
    async (request: Request, response: Response) => {
      for (const [name, value] of Object.entries(headers)) response.header(name, value);
      try {
        if ((request.url ?? '').length > longestAddress) throw new Refused(403, 'address too long');
        if (local) refuseOtherSites(request);
        await serve(request, response);
      } catch (error) {
        fail(parts, request, response, error);
      }
    };

  const page = guarded(async (_request, response) => {
    const nonce = randomBytes(18).toString('base64');
    response.header('content-security-policy', pagePolicy(nonce));
    response.header('cache-control', 'no-cache');
    response.header('content-type', 'text/html; charset=utf-8');
    response.end(site.page(nonce));
  });
  const asset = guarded(async (request, response) => sendAsset(request, response, site));
  const api = guarded(async (request, response) => {
    const now = parts.clock().getTime();
    const address = request.socket.remoteAddress ?? '';
    const who = await parts.identify(request.headers.authorization);
    const inTime =
      who === null ? pace(`address ${address}`, addressPace, now) : pace(`person ${who.oid}`, personPace, now);
    if (!inTime) return tooMany(response);
    const asked = URL.parse(request.url ?? '', 'http://tab');
    const method = request.method === 'POST' ? 'POST' : 'GET';
    const answer = await site.answer({
      ...{ method, who },
      path: (asked?.pathname ?? '').split('/').slice(3).map(decode).filter(Boolean),
      query: Object.fromEntries(asked?.searchParams ?? []),
      body: method === 'POST' ? await readJson(request, response, bodyLimits) : {},
    });
    if (answer.kind === 'stream' && !streams.hold(who?.oid ?? address, response)) return tooMany(response);
    sendAnswer(response, answer);
  });

  server.get('/tab', page);
  server.get('/tab/assets/:name', asset);
  server.get('/tab/api/*', api);
  server.post('/tab/api/*', api);
  return streams.endAll;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new RefusedBody(400);
  }
}

function tooMany(response: Response): void {
  response.header('retry-after', '2');
  response.header('content-type', 'application/json');
  response.status(429);
  response.end('{}');
}

function fail({ figures, logger }: TabRouteParts, request: Request, response: Response, error: unknown): void {
  const status = error instanceof Refused || error instanceof RefusedBody ? error.status : 500;
  figures.refused(status);
  const said = { requestId: randomUUID(), status, error: error instanceof Error ? error.name : 'unknown' };
  if (status === 500) logger.error(said, 'tab request failed');
  else logger.info({ ...said, reason: (error as { reason?: string }).reason }, 'tab request refused');
  if (response.headersSent || response.destroyed) return;
  if (!request.complete) response.header('connection', 'close');
  response.header('content-type', 'application/json');
  response.status(status);
  response.end('{}');
}

/** In the local run the page says who one is, so no other site that the browser shows may ask in its place. */
function refuseOtherSites({ headers }: Request): void {
  const name = URL.parse(`http://${headers.host ?? ''}`)?.hostname ?? '';
  if (!['127.0.0.1', '[::1]', 'localhost'].includes(name)) throw new Refused(403, 'asked for by another name');
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`)
    throw new Refused(403, 'asked for by another web page');
}
