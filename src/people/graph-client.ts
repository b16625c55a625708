import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import {
  Client,
  GraphError,
  HTTPMessageHandler,
  RetryHandler,
  RetryHandlerOptions,
} from '@microsoft/microsoft-graph-client';
import { DirectoryDown } from './directory.ts';

export interface GraphAccess {
  /** An app-only token for Microsoft Graph with User.Read.All and GroupMember.Read.All; asked before each request. */
  readonly token: () => Promise<string>;
  /** Another address than Microsoft's own cloud ("https://graph.microsoft.com"), without a path at its end. */
  readonly address?: string;
  /** One request gives up after this long (ms); 5,000 unless told. */
  readonly timeoutMs?: number;
  readonly now?: () => number;
}

/** Asks Graph for one JSON object; undefined where it does not exist. Throws `DirectoryDown` for everything else. */
export type AskGraph = (path: string) => Promise<Record<string, unknown> | undefined>;

/** Where Graph is for everybody but a national cloud. */
export const microsoft = 'https://graph.microsoft.com';
/** One request gives up after this long unless told, in ms. */
const patience = 5_000;
/** A pause that Graph asks for is waited out within a turn up to this long (s); a longer one is an answer: not now. */
const longestPause = 3;

export function graphClient(access: GraphAccess): AskGraph {
  const { timeoutMs = patience } = access;
  const client = connect(access);
  return async (path) => {
    try {
      const request = client.api(path).header('ConsistencyLevel', 'eventual');
      return (await request.option('signal', AbortSignal.timeout(timeoutMs)).get()) as Record<string, unknown>;
    } catch (error) {
      if (error instanceof GraphError && error.statusCode === 404) return undefined;
      const why = error instanceof GraphError ? `${error.statusCode} ${error.code ?? ''}` : (error as Error).name;
      throw new DirectoryDown(`Microsoft Graph did not answer: ${why.trim()}`);
    }
  };
}

/** What Graph answered to something sent: its status, 0 where it did not answer, and the pause that it asks for (ms). */
export interface GraphReceipt {
  readonly status: number;
  readonly afterMs: number | null;
}

/** Sends Graph one JSON object; never throws for what Graph answers or does not. */
export type TellGraph = (path: string, body: object) => Promise<GraphReceipt>;

export function graphSender(access: GraphAccess): TellGraph {
  const { timeoutMs = patience } = access;
  const client = connect(access);
  return async (path, body) => {
    try {
      await client.api(path).option('signal', AbortSignal.timeout(timeoutMs)).post(body);
      return { status: 204, afterMs: null };
    } catch (error) {
      if (!(error instanceof GraphError)) return { status: 0, afterMs: null };
      const pause = Number(error.headers?.get('Retry-After') ?? Number.NaN);
      return { status: Math.max(0, error.statusCode), afterMs: pause > 0 ? pause * 1_000 : null };
    }
  };
}

function connect({ address = microsoft, token, now = Date.now }: GraphAccess): Client {
  const manners = new Manners(address, token, now);
  const retry = new RetryHandler(
    new RetryHandlerOptions(
      1,
      2,
      (_delay, _attempt, _request, _options, response) => pauseOf(response) <= longestPause,
    ),
  );
  manners.setNext(retry);
  retry.setNext(new HTTPMessageHandler());
  return Client.initWithMiddleware({ middleware: manners, baseUrl: address });
}

/** Gives the token to no other host, and asks nothing while Graph has said how long to leave it alone. */
class Manners implements Middleware {
  readonly #origin: string;
  readonly #token: () => Promise<string>;
  readonly #now: () => number;
  #next: Middleware | undefined;
  #quietUntil = 0;

  constructor(address: string, token: () => Promise<string>, now: () => number) {
    this.#origin = new URL(address).origin;
    this.#token = token;
    this.#now = now;
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    if (new URL(String(context.request)).origin !== this.#origin) throw new DirectoryDown('a page of another host');
    if (this.#now() < this.#quietUntil) throw new DirectoryDown('asked to wait');
    const headers = { ...(context.options?.headers as Record<string, string>) };
    headers.Authorization = `Bearer ${await this.#token()}`;
    context.options = { ...context.options, headers, redirect: 'error' };
    await this.#next?.execute(context);
    const { response } = context;
    if (response?.status === 429) this.#quietUntil = this.#now() + pauseOf(response) * 1_000;
  }
}

/** The pause that an answer asks for, in seconds; 1 where it does not say. */
function pauseOf(response: Response): number {
  const asked = response.headers.get('Retry-After');
  if (asked === null) return 1;
  const seconds = Number(asked);
  return Number.isNaN(seconds) ? Math.max(0, (Date.parse(asked) - Date.now()) / 1_000) : seconds;
}
