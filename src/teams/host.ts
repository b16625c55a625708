import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { InvokeResponse, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import restify, { type Request, type Response, type Server } from 'restify';
import type { TeamsAdapter } from './adapter.ts';
import { checkActivity } from './check-activity.ts';
import type { Figures } from './figures.ts';
import type { LocalAuthentication } from './local-authentication.ts';
import { placeOf } from './place-of.ts';
import { RefusedBody, readJson } from './read-json.ts';
import { requestId, withRequestId } from './request-id.ts';
import { rememberActivities } from './seen-activities.ts';
import { StrictAuthentication } from './strict-authentication.ts';
import { traced } from './trace.ts';
import { Refused } from './verify-channel-token.ts';

export interface HostParts {
  readonly authentication: StrictAuthentication | LocalAuthentication;
  readonly adapter: TeamsAdapter;
  readonly run: (context: TurnContext) => Promise<void>;
  readonly logger: Logger;
  readonly figures: Figures;
  readonly local: boolean;
  /** Adds the routes of the tab; returns how to end the streams that it holds open. */
  readonly mountTab?: (server: Server) => () => void;
}

export interface Host {
  listen(port: number, host: string): Promise<AddressInfo>;
  close(graceMs: number): Promise<void>;
}

/** The public HTTP server: POST /api/messages, and what lies under /tab where there is one. */
export function createHost(parts: HostParts): Host {
  const server = restify.createServer({ name: '', noWriteContinue: true });
  let closing = false;
  harden(server.server as HttpServer);
  server.on('upgrade', (_request: unknown, socket: { destroy(): void }) => socket.destroy());
  server.pre((_request, response, next) => {
    response.removeHeader('Server');
    response.header('x-content-type-options', 'nosniff');
    response.on('header', () => {
      if (closing) response.setHeader('connection', 'close');
    });
    return withRequestId(() => next());
  });
  // restify would answer with the path that was asked for.
  for (const event of ['NotFound', 'MethodNotAllowed'])
    server.on(event, (_request, response: Response, error: { statusCode: number }) => end(response, error.statusCode));
  const handle = createHandler(parts);
  server.post('/api/messages', async (request: Request, response: Response) => handle(request, response));
  const endTab = parts.mountTab?.(server);

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => resolve(server.address() as unknown as AddressInfo));
      }),
    close: (graceMs) => {
      closing = true;
      endTab?.();
      return drain(server.server as HttpServer, graceMs);
    },
  };
}

/** In ms. Azure's front end keeps idle connections for 240 s, and must be the one who closes them. */
function harden(server: HttpServer): void {
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 250_000;
  server.maxHeadersCount = 100;
  // 10,000 idle ones cost some 60 MB (bench/edge.ts); more than twice that many are not held.
  server.maxConnections = 20_000;
}

function createHandler({ authentication, adapter, run, logger, figures, local }: HostParts) {
  const seen = rememberActivities();

  async function receive(request: Request, response: Response): Promise<InvokeResponse | undefined> {
    if (local) refuseOtherSites(request);
    const header = request.headers.authorization;
    // The token first: who has none gets no byte of a body read.
    const token = authentication instanceof StrictAuthentication ? await authentication.verifyToken(header) : undefined;
    const body = await readJson(request, response);
    if (authentication instanceof StrictAuthentication && token) authentication.checkAddress(body, token);
    const activity = checkActivity(body);
    if (activity === undefined) throw new RefusedBody(400);
    const admitted = authentication.admit(activity);
    const id = activity.id ? `${activity.conversation.id} ${activity.id}` : undefined;
    return seen.once(id, () => adapter.receive(admitted, activity, run));
  }

  async function handle(request: Request, response: Response): Promise<void> {
    try {
      const answer = await receive(request, response);
      if (answer?.body === undefined) end(response, answer?.status ?? 200);
      else response.send(answer.status, answer.body);
    } catch (error) {
      const status = statusOf(error);
      figures.refused(status);
      const said = { ...requestId(), status, ...placeOf(error) };
      if (status === 500) logger.error(said, 'request failed');
      else logger.info({ ...said, reason: (error as { reason?: string }).reason }, 'request refused');
      if (response.headersSent || response.destroyed) return;
      // A body that is not read to its end would be taken for the next request.
      if (!request.complete) response.header('connection', 'close');
      end(response, status);
    }
  }

  return (request: Request, response: Response) =>
    traced('receive', {}, async (add) => {
      await handle(request, response);
      add({ status: response.statusCode });
    });
}

function end(response: Response, status: number): void {
  response.status(status);
  response.end();
}

function statusOf(error: unknown): number {
  return error instanceof Refused || error instanceof RefusedBody ? error.status : 500;
}

/** In the local run nobody is authenticated, so a web page that the browser shows must not get through by a name of its own. */
function refuseOtherSites({ headers }: Request): void {
  const name = URL.parse(`http://${headers.host ?? ''}`)?.hostname ?? '';
  if (!['127.0.0.1', '[::1]', 'localhost'].includes(name)) throw new Refused(403, 'asked for by another name');
  if (headers.origin !== undefined) throw new Refused(403, 'asked for by a web page');
}

function drain(server: HttpServer, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
