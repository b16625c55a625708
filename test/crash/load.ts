import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readKeyring } from '../../src/store/keyring.ts';
import { listAll } from '../../src/store/list-all.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store, StoredRecord } from '../../src/store/store.ts';
import { verifyAudit } from '../../src/store/verify-audit.ts';
import { type Member, openChannel, referenceIn, reportForm } from './channel.ts';
import { crowd } from './crowd.ts';
import { people } from './sample-casework.ts';

export const loadKey = '5c'.repeat(32);
const serverFile = new URL('./serve-product.ts', import.meta.url).pathname;
const memoryEveryMs = 2_000;
const [leastReports, leastMoves, longestMore] = [30, 10, 60_000];

export interface LoadOptions {
  readonly dataFolder: string;
  /** PostgreSQL, or SQLite in the data folder. */
  readonly databaseUrl?: string;
  readonly users: number;
  readonly seconds: number;
  /** Processes that share the store; each turn goes to any of them. */
  readonly replicas: number;
  /** A member waits this long at most before their next turn. */
  readonly pauseMs: number;
  /** Called once half of the time is over. */
  readonly onHalf?: () => Promise<void>;
}

export interface LoadReport {
  readonly turns: number;
  readonly perSecond: number;
  /** Of each kind of turn, in ms. */
  readonly waits: Readonly<Record<Kind, { readonly turns: number; readonly p50: number; readonly p99: number }>>;
  /** What was answered wrongly, or not at all: the first few. */
  readonly errors: readonly string[];
  readonly errorCount: number;
  readonly reports: number;
  readonly moves: number;
  /** Acknowledged reports and moves that are not in the store, or there more than once. */
  readonly lost: number;
  readonly doubled: number;
  /** Alerts in the store, and how often the channel got one. */
  readonly alerts: number;
  readonly alertsSent: number;
  readonly findings: readonly string[];
  /** In use by the servers after collecting garbage, in MB, every two seconds. */
  readonly memory: readonly number[];
  readonly resident: readonly number[];
}

const kinds = ['ask', 'check', 'report', 'move'] as const;
type Kind = (typeof kinds)[number];
/** Of twenty turns. */
const mix: readonly Kind[] = [
  ...Array(9).fill('ask'),
  ...Array(5).fill('check'),
  ...Array(3).fill('report'),
  ...Array(3).fill('move'),
];
const questions = [
  'Can I say where I work on Instagram?',
  'Do I need a disclaimer?',
  'Who owns this policy?',
  'and for managers?',
];
const drafts = [
  'Great day with the team at the Christmas party',
  'Dave the porter is a lazy idiot and everyone at the trust hates him',
];
const proofs: Record<Kind, RegExp> = { ask: /policy|clause/i, check: /draft/i, report: /CIP-/, move: /Acknowledged/i };
const trouble = /went wrong|Not stored|cannot tell whether|card is out of date/i;

/** Members ask, check, report and move incidents over HTTP, all at once; then it is counted what has come of it. */
export async function putUnderLoad(options: LoadOptions): Promise<LoadReport> {
  const { dataFolder, databaseUrl, users, seconds, replicas, pauseMs, onHalf } = options;
  const channel = await openChannel();
  const servers: Server[] = [];
  for (let n = 0; n < replicas; n++)
    servers.push(await startServer({ dataFolder, databaseUrl, users, alertsTo: channel.serviceUrl }));
  const staff: readonly Member[] = crowd(users);
  const handlers = people.filter(({ groups }) => groups.includes('hr-casework'));
  const waiting: string[] = [];
  const [reported, moved, errors] = [new Set<string>(), new Set<string>(), [] as string[]];
  const times: Record<Kind, number[]> = { ask: [], check: [], report: [], move: [] };
  const any = <T>(list: readonly T[]) => list[Math.floor(Math.random() * list.length)] as T;
  let nonces = 0;

  const turn = async (kind: Kind, member: Member): Promise<void> => {
    const { url } = any(servers);
    if (kind === 'ask') return prove(kind, await channel.say(url, member, any(questions)));
    if (kind === 'check') return prove(kind, await channel.say(url, member, `Can I post this? ${any(drafts)}`));
    const reference = kind === 'move' ? waiting.shift() : undefined;
    if (reference === undefined) {
      const said = await channel.press(url, member, 'file-report', reportForm(`nonce-load-${process.pid}-${nonces++}`));
      prove('report', said);
      const filed = referenceIn(said) ?? '';
      if (reported.has(filed)) throw new Error('a reference was given twice');
      reported.add(filed);
      waiting.push(filed);
      return;
    }
    const said = await channel.press(url, any(handlers), 'move-incident', {
      reference,
      move: 'acknowledge',
      version: 1,
    });
    prove('move', said);
    moved.add(reference);
  };

  const began = performance.now();
  const until = began + seconds * 1_000;
  /** On a machine that has much else to do, it goes on until there is something to count. */
  const goesOn = () =>
    performance.now() < until ||
    (performance.now() < until + longestMore && (reported.size < leastReports || moved.size < leastMoves));
  const live = async (member: Member) => {
    await sleep(Math.random() * pauseMs);
    while (goesOn()) {
      const kind = any(mix);
      const at = performance.now();
      try {
        await turn(kind, member);
      } catch (error) {
        errors.push(`${kind}: ${(error as Error).message}`);
      }
      times[kind].push(performance.now() - at);
      await sleep(Math.random() * pauseMs);
    }
  };
  const [memory, resident]: [number[], number[]] = [[], []];
  const watch = async () => {
    while (performance.now() < until) {
      const all = await Promise.all(servers.map(({ memory: ask }) => ask()));
      memory.push(all.reduce((sum, { used }) => sum + used, 0) / 1e6);
      resident.push(all.reduce((sum, { rss }) => sum + rss, 0) / 1e6);
      await sleep(memoryEveryMs);
    }
  };
  const half = async () => {
    await sleep((seconds * 1_000) / 2);
    await onHalf?.();
  };
  await Promise.all([...staff.map(live), watch(), half()]);
  const took = (performance.now() - began) / 1_000;

  const place = { databaseUrl: databaseUrl ?? null, file: join(dataFolder, 'store.sqlite') };
  const store = await openStore({ ...place, keyring: readKeyring(loadKey) });
  await drained(store);
  for (const server of servers) {
    const said = await server.stop();
    if (said !== '') errors.push(`a server said: ${said.slice(0, 500)}`);
  }
  const turns = kinds.reduce((sum, kind) => sum + times[kind].length, 0);
  const counted = await count(store, reported, moved);
  await store.close();
  channel.close();
  return {
    ...{ turns, perSecond: turns / took, memory, resident },
    waits: Object.fromEntries(kinds.map((kind) => [kind, waits(times[kind])])) as LoadReport['waits'],
    ...{ errors: errors.slice(0, 5), errorCount: errors.length, reports: reported.size, moves: moved.size },
    ...{ ...counted, alertsSent: channel.alerts() },
  };
}

function prove(kind: Kind, said: string): void {
  if (proofs[kind].test(said) && !trouble.test(said)) return;
  const texts = [...said.matchAll(/"(?:text|value)":"([^"]+)"/g)].map(([, text]) => text);
  throw new Error(`answered with ${texts.join(' | ').slice(0, 400)}`);
}

function waits(times: number[]) {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { turns: times.length, p50: at(0.5), p99: at(0.99) };
}

async function count(store: Store, reported: ReadonlySet<string>, moved: ReadonlySet<string>) {
  const incidents = await all(store, 'incident');
  const movesOf = new Map(
    incidents.map(({ id, body }) => [
      id,
      (body as { events: readonly { kind: string }[] }).events.filter(({ kind }) => kind === 'moved').length,
    ]),
  );
  const lost =
    [...reported].filter((id) => !movesOf.has(id)).length + [...moved].filter((id) => !movesOf.get(id)).length;
  const doubled =
    Math.max(0, incidents.length - reported.size) + [...movesOf.values()].filter((moves) => moves > 1).length;
  const { findings } = await verifyAudit(store);
  const alerts = (await all(store, 'alert')).filter(({ status }) => status === 'delivered' || status === 'read').length;
  return { lost, doubled, alerts, findings: findings.map(({ where, what }) => `${where}: ${what}`) };
}

async function all(store: Store, kind: string): Promise<readonly StoredRecord[]> {
  const records: StoredRecord[] = [];
  for await (const record of listAll(store, { kind })) {
    if (!('body' in record)) throw record;
    records.push(record);
  }
  return records;
}

/** Waits until every alert is sent. */
async function drained(store: Store): Promise<void> {
  for (let left = 600; left > 0; left--) {
    const lists = await Promise.all(
      ['waiting', 'claimed'].map((status) => store.list({ kind: 'alert', status, limit: 1 })),
    );
    if (lists.flat().length === 0) return;
    await sleep(200);
  }
}

interface Server {
  readonly url: string;
  memory(): Promise<{ readonly used: number; readonly rss: number }>;
  /** Ends it; resolves to what it has complained of. */
  stop(): Promise<string>;
}

async function startServer(settings: {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly users: number;
  readonly alertsTo: string;
}): Promise<Server> {
  const { PATH = '', HOME = '' } = process.env;
  const child: ChildProcess = spawn(process.execPath, ['--no-warnings', '--expose-gc', serverFile], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...{ PATH, HOME, DATA_DIR: settings.dataFolder, DATA_KEY: loadKey, DATABASE_URL: settings.databaseUrl ?? '' },
      ...{ CROWD: String(settings.users), ALERTS_TO: settings.alertsTo },
    },
  });
  let complaints = '';
  child.stderr?.on('data', (data: Buffer) => {
    if (complaints.length < 10_000) complaints += data.toString();
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${complaints}`)));
    child.stdout?.on('data', (data: Buffer) => {
      const address = /listening (\S+)/.exec(data.toString())?.[1];
      if (address !== undefined) resolve(address);
    });
  });
  return {
    url,
    memory: () =>
      new Promise((resolve) => {
        child.once('message', (figures) => resolve(figures as { used: number; rss: number }));
        child.send('memory');
      }),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      return complaints;
    },
  };
}
