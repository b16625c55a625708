import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { AnswerTurn } from '../../src/requests/turn.ts';
import { createTeamsServer, type TeamsServer, type TeamsServerParts } from '../../src/teams/server.ts';
import type { TeamsSettings } from '../../src/teams/settings.ts';
import { type FakeConnector, startFakeConnector } from './fake-connector.ts';
import { memoryStore } from './memory-store.ts';
import { toyAnswer, toyReaders } from './toy-answer.ts';

export const tenant = 'aaaaaaaa-0000-4000-8000-000000000000';
export const localSettings: TeamsSettings = {
  mode: 'local',
  host: '127.0.0.1',
  port: 0,
  credentials: null,
  tenants: [],
};

/** A running edge with a toy product behind it and a fake Bot Connector beside it. */
export interface Edge {
  readonly url: string;
  readonly server: TeamsServer;
  readonly connector: FakeConnector;
  readonly store: ReturnType<typeof memoryStore>;
  readonly log: string[];
  readonly turns: Parameters<AnswerTurn>[0][];
  post(activity: object, headers?: Record<string, string>): Promise<{ status: number; text: string; json: unknown }>;
  stop(): Promise<void>;
}

export async function startEdge(parts: Partial<TeamsServerParts> = {}): Promise<Edge> {
  const connector = await startFakeConnector();
  const store = memoryStore();
  const log: string[] = [];
  const turns: Parameters<AnswerTurn>[0][] = [];
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      log.push(String(chunk));
      done();
    },
  });
  const { answer = toyAnswer } = parts;
  const server = createTeamsServer({
    config: localSettings,
    ...toyReaders,
    store,
    logger: pino({}, sink),
    clock: () => new Date(),
    ...parts,
    answer: (turn) => {
      turns.push(turn);
      return answer(turn);
    },
  });
  const url = await server.listen();
  return {
    url,
    server,
    connector,
    store,
    log,
    turns,
    async post(activity, headers = {}) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(activity),
      });
      const text = await response.text();
      return { status: response.status, text, json: text === '' ? undefined : JSON.parse(text) };
    },
    async stop() {
      await server.close(500);
      await connector.close();
    },
  };
}

let count = 0;

/** An activity as Teams sends it in a personal chat; `changes` on top. */
export function activity(connector: { readonly url: string }, changes: Record<string, unknown> = {}) {
  count++;
  return {
    type: 'message',
    id: `activity-${count}`,
    timestamp: '2026-11-23T08:00:00.000Z',
    channelId: 'msteams',
    serviceUrl: connector.url,
    from: { id: '29:dana', name: 'Dana Employee', aadObjectId: '10000000-0000-4000-8000-000000000001' },
    recipient: { id: '28:11111111-2222-4333-8444-555555555555', name: 'Can I Post?' },
    conversation: { id: 'a:personal-dana', conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
    ...changes,
  };
}

/** A pressed Action.Execute. */
export function press(connector: { readonly url: string }, verb: string, data: object = {}, changes: object = {}) {
  const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
  return activity(connector, { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: 'card-1', ...changes });
}
