import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Figures } from './figures.ts';

/** One thing that must work before members are sent here; resolves to whether it does. */
export type Check = () => Promise<boolean>;

export interface HealthHost {
  /** Resolves to the address of its root. */
  listen(port: number): Promise<string>;
  /** From now on it says that nobody should be sent here any more. */
  drain(): void;
  close(): Promise<void>;
}

/** A check that hangs has failed, after this many ms. */
const patience = 2_000;

/**
 * /healthz (the process answers), /readyz (everything it needs works, each by name) and /metrics, on loopback and apart
 * from the public port. They say names and yes or no; nothing of what the checks saw.
 */
export function createHealthHost(checks: Readonly<Record<string, Check>>, figures: Figures): HealthHost {
  let draining = false;
  const pages: Readonly<Record<string, (response: ServerResponse) => Promise<void> | void>> = {
    '/healthz': (response) => say(response, 200, { ok: true }),
    '/readyz': async (response) => {
      const results = await runChecks(checks);
      const ready = !draining && Object.values(results).every(Boolean);
      say(response, ready ? 200 : 503, { ready, draining, ...results });
    },
    '/metrics': async (response) => {
      response.setHeader('content-type', figures.contentType);
      response.end(await figures.text());
    },
  };
  const server = createServer((request, response) => {
    const page = request.method === 'GET' ? pages[request.url ?? ''] : undefined;
    if (page === undefined) return say(response, 404, {});
    Promise.resolve(page(response)).catch(() => say(response, 500, {}));
  });
  return {
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
      }),
    drain: () => {
      draining = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function runChecks(checks: Readonly<Record<string, Check>>): Promise<Record<string, boolean>> {
  const results = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await passes(check)]));
  return Object.fromEntries(results);
}

function passes(check: Check): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), patience);
  check()
    .then(resolve, () => resolve(false))
    .finally(() => clearTimeout(timer));
  return promise;
}

function say(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}
