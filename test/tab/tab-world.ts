import { pino } from 'pino';
import { noClauseLink } from '../../src/cards/tab-links.ts';
import type { Casework } from '../../src/casework/casework.ts';
import { makeAnswer } from '../../src/requests/answer.ts';
import { FollowUps } from '../../src/requests/follow-ups.ts';
import { readPress } from '../../src/requests/read-press.ts';
import { makeReadSentence } from '../../src/requests/read-sentence.ts';
import type { Store } from '../../src/store/store.ts';
import { createLive } from '../../src/tab/api/live.ts';
import { noticeCommits } from '../../src/tab/api/notice-commits.ts';
import { createTabSite } from '../../src/tab/tab-site.ts';
import { createTeamsServer } from '../../src/teams/server.ts';
import { people, tenant, type World, who, world } from '../casework/world.ts';
import { organisation } from '../requests/world.ts';
import { mint, startFakeKeyServer, type TokenPlan } from '../teams/fake-key-server.ts';
import { appId } from '../teams/guarded-edge.ts';

export const clientId = '77777777-2222-4333-8444-555555555555';
/** Teams on the web, which asks Entra for tokens in somebody's name. */
const teamsOnTheWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

export interface TabWorld {
  readonly casework: World;
  /** The same as another replica has it: what it commits, this one is not told of. */
  readonly elsewhere: Casework;
  /** "http://127.0.0.1:…" */
  readonly root: string;
  /** Names of the store's operations, in order, since the last `forget`. */
  readonly operations: string[];
  /** What the program logged. */
  readonly log: string[];
  /** A token as Entra would give it to Teams for somebody, with the plan's changes. */
  token(firstName: string, plan?: TokenPlan): Promise<string>;
  /** Asks the API as somebody, or as nobody. */
  get(path: string, firstName?: string): Promise<Answered>;
  post(path: string, body: object, firstName?: string): Promise<Answered>;
  /** What a browser would send, as it stands. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  headersFor(firstName?: string): Promise<Record<string, string>>;
  stop(): Promise<void>;
}

/** An answer with its body read. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: each test says which shape it expects
  readonly json: any;
}

async function answered(response: Response): Promise<Answered> {
  const { date: _date, ...headers } = Object.fromEntries(response.headers);
  const text = await response.text();
  const isJson = headers['content-type']?.startsWith('application/json');
  return { status: response.status, headers, text, json: isJson ? JSON.parse(text) : undefined };
}

/** The tab as deployed or as in the local run, over real HTTP, with a real store (in memory unless given) and an Entra of its own. */
export async function startTabWorld(mode: 'deployed' | 'local' = 'deployed', own?: Store): Promise<TabWorld> {
  const keys = await startFakeKeyServer();
  const operations: string[] = [];
  const log: string[] = [];
  const live = createLive(100, (error) => void log.push(String(error)));
  const plain = await world(own === undefined ? {} : { store: own });
  const raw = recorded(plain.store, operations);
  const store = noticeCommits(raw, live.poke);
  const casework: World = Object.assign(plain, { store });
  const site = await createTabSite(
    {
      ...{ organisation, store, casework, live, now: () => casework.now(), onMoved: () => {} },
      newId: () => casework.ids.record(),
      switches: { answers: true },
      setup: () => ({ local: mode === 'local', people: [], chat: null, links: { endpoint: '', appId: null } }),
      warn: (event) => void log.push(event),
    },
    mode === 'local' ? people : [],
  );
  const credentials = { appId, tenantId: tenant, kind: 'SingleTenant', secret: 'not used' } as const;
  const server = createTeamsServer({
    config: {
      ...{ mode, host: '127.0.0.1', port: 0, keysUrl: keys.url },
      ...(mode === 'local' ? { credentials: null, tenants: [] } : { credentials, tenants: [tenant] }),
    },
    tab: { site, signIn: { clientId, tenants: [tenant], keysUrl: keys.url } },
    answer: answerOf(casework, store),
    ...{ store, readPress, readSentence: makeReadSentence(organisation) },
    logger: pino({}, { write: (line: string) => void log.push(line) }),
    clock: () => casework.now(),
  });
  const root = new URL(await server.listen()).origin;

  const token = (firstName: string, plan: TokenPlan = {}) => {
    const now = casework.now().getTime() / 1_000;
    const { oid, name } = who(firstName);
    const claims = {
      ...{ iss: `https://login.microsoftonline.com/${tenant}/v2.0`, aud: clientId, tid: tenant, ver: '2.0' },
      ...{ scp: 'access_as_user', azp: teamsOnTheWeb, oid, name, nbf: now - 60, exp: now + 3_600 },
    };
    return mint(keys, claims, plan);
  };
  const headersFor = async (firstName?: string): Promise<Record<string, string>> => {
    if (firstName === undefined) return {};
    return { authorization: mode === 'local' ? `Local ${who(firstName).oid}` : `Bearer ${await token(firstName)}` };
  };
  return {
    ...{ casework, root, operations, log, token, elsewhere: { ...casework, store: raw } },
    headersFor,
    fetch: (path, init) => fetch(`${root}${path}`, init),
    get: async (path, firstName) =>
      answered(await fetch(`${root}/tab/api/${path}`, { headers: await headersFor(firstName) })),
    post: async (path, body, firstName) => {
      const headers = { ...(await headersFor(firstName)), 'content-type': 'application/json' };
      return answered(await fetch(`${root}/tab/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
    },
    async stop() {
      await server.close(500);
      await keys.close();
      await plain.store.close();
    },
  };
}

function recorded(store: Store, operations: string[]): Store {
  const noting = <T>(what: string, result: T): T => {
    operations.push(what);
    return result;
  };
  return {
    read: (kind, id) => noting(`read ${kind}`, store.read(kind, id)),
    list: (query) => noting(`list ${query.kind}`, store.list(query)),
    commit: (changes) => noting('commit', store.commit(changes)),
    close: () => store.close(),
  };
}

function answerOf(casework: Casework, store: Store) {
  return makeAnswer({
    ...{ organisation, store, casework, now: casework.now, personas: null, followUps: new FollowUps() },
    ...{ newId: () => casework.ids.record(), onMoved: () => {}, warn: () => {}, clauseLink: noClauseLink },
    ruleCounts: { note: () => {} },
    switches: { answers: true, draftCheck: true, reporting: true },
  });
}
