import { Agent, request } from 'node:http';

export interface Measured {
  readonly turns: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers by HTTP status. */
  readonly statuses: Readonly<Record<number, number>>;
  readonly lastBody: string;
}

export interface Load {
  readonly url: string;
  readonly turns: number;
  /** Requests under way at the same time. */
  readonly atOnce: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Further headers of each request. */
  headersFor?(index: number): Readonly<Record<string, string>>;
  body(index: number): string;
}

/** Sends `turns` POSTs over kept connections and measures each from its first byte to the end of its answer, in ms. */
export async function putLoad({
  url,
  turns,
  atOnce,
  headers = {},
  headersFor = () => ({}),
  body,
}: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const times: number[] = [];
  const statuses: Record<number, number> = {};
  let lastBody = '';
  let next = 0;
  const started = performance.now();
  async function worker() {
    while (next < turns) {
      const index = next++;
      const text = body(index);
      const from = performance.now();
      const answer = await post(agent, url, { ...headers, ...headersFor(index) }, text);
      times.push(performance.now() - from);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      lastBody = answer.text;
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = (performance.now() - started) / 1_000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { turns, perSecond: turns / seconds, p50: at(0.5), p99: at(0.99), statuses, lastBody };
}

function post(agent: Agent, url: string, headers: object, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const length = Buffer.byteLength(body);
    const call = request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': length, ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}
