import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the bot sent
  readonly body: any;
}

export interface PlannedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly afterMs?: number;
}

/** Stands for the Bot Connector: keeps every call, and answers as planned, or with 201 and an id. */
export async function startFakeConnector() {
  const calls: Call[] = [];
  const plan: PlannedAnswer[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { method = '', url = '', headers } = request;
    calls.push({ method, url, headers, body: text === '' ? undefined : JSON.parse(text) });
    const answer: PlannedAnswer = plan.shift() ?? { status: 201, body: { id: `sent-${calls.length}` } };
    if (answer.afterMs !== undefined) await new Promise((done) => setTimeout(done, answer.afterMs));
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify(answer.body ?? {}));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/teams/`,
    calls,
    plan,
    messages: () => calls.filter(({ method }) => method === 'POST').map(({ body }) => body),
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
export type FakeConnector = Awaited<ReturnType<typeof startFakeConnector>>;
