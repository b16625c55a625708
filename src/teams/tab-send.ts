import type { Request, Response } from 'restify';
import { barePolicy } from './tab-headers.ts';
import type { TabAnswer, TabSite } from './tab-site.ts';

/** Proxies end a connection on which nothing happens; in ms. */
const heartbeat = 25_000;

/** An answer of the API. None of it may be kept by a browser or a proxy. */
export function sendAnswer(response: Response, answer: TabAnswer): void {
  response.header('cache-control', 'no-store');
  response.header('content-security-policy', barePolicy);
  if (answer.kind === 'json') {
    response.header('content-type', 'application/json; charset=utf-8');
    response.status(answer.status);
    response.end(JSON.stringify(answer.body));
  } else if (answer.kind === 'file') {
    response.header('content-type', answer.type);
    response.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(answer.name)}`);
    response.end(Buffer.from(answer.bytes));
  } else sendStream(response, answer.start);
}

/** Server-sent events without content, until either side ends it. */
function sendStream(response: Response, start: Extract<TabAnswer, { kind: 'stream' }>['start']): void {
  const closed = new AbortController();
  response.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
  response.write(': watching\n\n');
  const timer = setInterval(() => response.write(': still here\n\n'), heartbeat);
  response.once('close', () => {
    clearInterval(timer);
    closed.abort();
  });
  start(() => response.write('event: changed\ndata:\n\n'), closed.signal);
}

/** A script or style sheet; its name changes with its content, so it may be kept for good. */
export function sendAsset(request: Request, response: Response, site: TabSite): void {
  const asset = site.asset(String(request.params?.name ?? ''));
  if (asset === undefined) {
    response.status(404);
    response.end();
    return;
  }
  const zipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  response.header('cache-control', 'public, max-age=31536000, immutable');
  response.header('content-type', asset.type);
  response.header('vary', 'accept-encoding');
  if (zipped) response.header('content-encoding', 'gzip');
  response.end(Buffer.from(zipped ? asset.gzipped : asset.bytes));
}
