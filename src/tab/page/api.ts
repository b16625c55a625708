import type { RefusalView } from '../wire.ts';

/** An answer of the API: what was asked for, or a "no" in words. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: RefusalView };

/** Gives the Authorization header of the moment, or null for somebody who is not signed in. */
export type Identify = () => Promise<string | null>;

export interface Api {
  get<T>(path: string, query?: Readonly<Record<string, string>>): Promise<Reply<T>>;
  post<T>(path: string, body: object): Promise<Reply<T>>;
  /** A file, such as a piece of evidence. */
  file(path: string): Promise<Reply<Blob>>;
  /**
   * Calls back each time that what is watched is no longer what `query` says was seen, until `signal` ends it; comes back
   * by itself when it breaks.
   */
  watch(query: () => Readonly<Record<string, string>>, changed: () => void, signal: AbortSignal): void;
}

const unavailable: RefusalView = {
  kind: 'unavailable',
  headline: 'I cannot reach “Can I Post?” right now',
  lines: ['Nothing was done and nothing is lost. Please try again in a moment.'],
};

/** Waits before watching anew, in ms, longer each time that it fails. */
const pauses = [1_000, 2_000, 5_000, 15_000, 30_000];

export function makeApi(identify: Identify): Api {
  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const authorization = await identify();
    const headers = { ...init.headers, ...(authorization === null ? {} : { authorization }) };
    return fetch(`/tab/api/${path}`, { ...init, headers, credentials: 'omit', cache: 'no-store' });
  }

  async function json<T>(path: string, init?: RequestInit): Promise<Reply<T>> {
    try {
      const response = await ask(path, init);
      const body = await response.json();
      if (response.ok && body?.refusal === undefined) return { ok: true, value: body as T };
      return { ok: false, refusal: body?.refusal ?? unavailable };
    } catch {
      return { ok: false, refusal: unavailable };
    }
  }

  return {
    get: (path, query) => json(`${path}${queryOf(query)}`),
    post: (path, body) =>
      json(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    async file(path) {
      try {
        const response = await ask(path);
        if (response.ok) return { ok: true, value: await response.blob() };
        return { ok: false, refusal: (await response.json()).refusal ?? unavailable };
      } catch {
        return { ok: false, refusal: unavailable };
      }
    },
    watch(query, changed, signal) {
      void keepWatching(() => ask(`watch${queryOf(query())}`, { signal }), changed, signal);
    },
  };
}

async function keepWatching(open: () => Promise<Response>, changed: () => void, signal: AbortSignal): Promise<void> {
  for (let failed = 0; !signal.aborted; ) {
    try {
      const response = await open();
      if (!response.ok) return;
      failed = 0;
      for await (const line of linesOf(response)) if (line === 'event: changed') changed();
    } catch {}
    if (signal.aborted) return;
    await new Promise((done) => setTimeout(done, pauses[Math.min(failed, pauses.length - 1)]));
    failed++;
  }
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  let rest = '';
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const piece = await reader?.read();
    if (piece === undefined || piece.done) return;
    const lines = (rest + piece.value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

function queryOf(query: Readonly<Record<string, string>> = {}): string {
  const text = new URLSearchParams(query).toString();
  return text === '' ? '' : `?${text}`;
}
