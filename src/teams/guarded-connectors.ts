import { type ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { BoundedMap } from './bounded-map.ts';
import type { MaySendTo } from './service-hosts.ts';
import { traced } from './trace.ts';

/** The bot was about to send somewhere that is not a service address of Teams. */
export class MayNotSend extends Error {
  override readonly name = 'MayNotSend';
}

/** What is used of the pipeline of @azure/core-rest-pipeline, through which a client sends. */
interface Pipeline {
  getOrderedPolicies(): readonly { readonly name: string }[];
  removePolicy(options: { readonly name: string }): unknown;
  addPolicy(policy: {
    readonly name: string;
    sendRequest(request: Sent, next: (request: Sent) => Promise<Answered>): Promise<Answered>;
  }): void;
}

interface Sent {
  readonly url: string;
  readonly method: string;
  timeout: number;
}

interface Answered {
  readonly status: number;
}

/** Longest wait for an answer of the connector, in ms. */
const patience = 10_000;

/**
 * Connector clients that send to allowed hosts only, follow no redirect and repeat nothing by themselves: a repeated
 * POST is a second message, so repeating is for those who know what they send (`send-patiently.ts`, the outbox).
 */
export class GuardedConnectors extends ConnectorFactory {
  private readonly inner: ConnectorFactory;
  private readonly maySendTo: MaySendTo;
  private readonly clients = new BoundedMap<Promise<ConnectorClient>>(50);

  constructor(inner: ConnectorFactory, maySendTo: MaySendTo) {
    super();
    this.inner = inner;
    this.maySendTo = maySendTo;
  }

  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    if (!this.maySendTo(serviceUrl)) throw new MayNotSend('service address not on the list');
    const key = `${audience ?? ''} ${serviceUrl}`;
    const client = this.clients.get(key) ?? this.build(serviceUrl, audience);
    this.clients.set(key, client);
    return client;
  }

  private async build(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const client = await this.inner.create(serviceUrl, audience);
    // The pipeline is private in the type; there is no public way to take a policy out.
    const { pipeline } = (client as unknown as { client: { pipeline: Pipeline } }).client;
    for (const { name } of pipeline.getOrderedPolicies())
      if (/redirect|retry/i.test(name)) pipeline.removePolicy({ name });
    pipeline.addPolicy({
      name: 'allowed-hosts-only',
      sendRequest: async (request, next) => {
        if (!this.maySendTo(request.url)) throw new MayNotSend('address not on the list');
        request.timeout = patience;
        return traced('send', { method: request.method }, async (add) => {
          const response = await next(request);
          add({ status: response.status });
          return response;
        });
      },
    });
    return client;
  }
}
