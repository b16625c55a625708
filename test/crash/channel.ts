import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Who acts, by Entra object id. */
export interface Member {
  readonly oid: string;
  readonly name: string;
}

/** Stands for Teams on both sides: sends members' turns to a bot over HTTP, and takes what it sends them. */
export interface Channel {
  readonly serviceUrl: string;
  /** Sends a typed message; gives everything that the bot said in answer, as JSON text. */
  say(botUrl: string, member: Member, text: string): Promise<string>;
  /** Presses a button of a card, as `say`. */
  press(botUrl: string, member: Member, verb: string, data: object): Promise<string>;
  /** How many alerts have come: what is posted to the service address itself. */
  alerts(): number;
  close(): void;
}

/** Whoever gets no answer for so long has got none. */
const answerMs = 60_000;

export const tenant = '20000000-0000-4000-8000-000000000001';

export async function openChannel(): Promise<Channel> {
  const heard = new Map<string, string[]>();
  let alerts = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      heard.get(/\/activities\/([^/?]+)/.exec(request.url ?? '')?.[1] ?? '')?.push(text);
      if (request.method === 'POST' && request.url === '/') alerts++;
      // Not chained: restify, once loaded by any test of this process, has writeHead return nothing.
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end('{"id":"m"}');
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  let turns = 0;
  const send = async (botUrl: string, member: Member, activity: object): Promise<string> => {
    const id = `t${process.pid}-${++turns}`;
    const said: string[] = [];
    heard.set(id, said);
    try {
      const response = await fetch(botUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...envelope(serviceUrl, id, member), ...activity }),
        signal: AbortSignal.timeout(answerMs),
      });
      const body = await response.text();
      if (!response.ok) throw new Error(`answered ${response.status}: ${body}`);
      return [...said, body].join('\n');
    } finally {
      heard.delete(id);
    }
  };
  return {
    serviceUrl,
    say: (botUrl, member, text) => send(botUrl, member, { type: 'message', text }),
    press: (botUrl, member, verb, data) =>
      send(botUrl, member, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb, data } },
      }),
    alerts: () => alerts,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function envelope(serviceUrl: string, id: string, { oid, name }: Member): object {
  return {
    ...{ id, channelId: 'msteams', serviceUrl },
    from: { id: `29:${oid}`, name, aadObjectId: oid },
    recipient: { id: '28:bot', name: 'Can I Post?' },
    conversation: { id: `a:${oid}`, conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
  };
}

/** What the report form sends. */
export function reportForm(nonce: string): object {
  return {
    ...{ level: 'named', nonce, happened: 'Insults about my accent in a group chat', when: 'yesterday' },
    safeNow: 'yes',
  };
}

/** The reference in what the bot said, if there is one. */
export function referenceIn(said: string): string | undefined {
  return /CIP-[0-9A-Z]+-[0-9A-Z]+/.exec(said)?.[0];
}
