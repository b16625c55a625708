import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readKeyring } from '../../src/store/keyring.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type Channel, type Member, openChannel, referenceIn, reportForm } from './channel.ts';
import { alertsSent, type Counted, countLoad } from './count-load.ts';
import { crowd } from './crowd.ts';
import { type LoadServer, loadKey, startLoadServer } from './load-server.ts';
import { people } from './sample-casework.ts';

const memoryEveryMs = 2_000;

export interface LoadOptions {
  readonly dataFolder: string;
  /** PostgreSQL, or SQLite in the data folder. */
  readonly databaseUrl?: string;
  readonly users: number;
  /** Members go on for so long, or take so many turns each however long that takes. */
  readonly until: { readonly seconds: number } | { readonly turnsEach: number };
  /** Processes that share the store; each turn goes to any of them. */
  readonly replicas: number;
  /** A member waits this long at most before their next turn. */
  readonly pauseMs: number;
  /** Called once half of the seconds are over. */
  readonly onHalf?: () => Promise<void>;
}

export interface LoadReport extends Counted {
  readonly turns: number;
  readonly perSecond: number;
  /** Of each kind of turn, in ms. */
  readonly waits: Readonly<Record<Kind, { readonly turns: number; readonly p50: number; readonly p99: number }>>;
  /** What was answered wrongly, or not at all: the first few. */
  readonly errors: readonly string[];
  readonly errorCount: number;
  readonly reports: number;
  readonly moves: number;
  /** How often the channel got an alert. */
  readonly alertsSent: number;
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
  const { dataFolder, databaseUrl, users, replicas } = options;
  const channel = await openChannel();
  const servers: LoadServer[] = [];
  try {
    for (let n = 0; n < replicas; n++)
      servers.push(await startLoadServer({ dataFolder, databaseUrl, users, alertsTo: channel.serviceUrl }));
    const lived = await liveTogether(options, channel, servers);
    const place = { databaseUrl: databaseUrl ?? null, file: join(dataFolder, 'store.sqlite') };
    const store = await openStore({ ...place, keyring: readKeyring(loadKey) });
    try {
      await alertsSent(store);
      for (const server of servers.splice(0)) {
        const said = await server.stop();
        if (said !== '') lived.errors.push(`a server said: ${said.slice(0, 500)}`);
      }
      return summarise(lived, await countLoad(store, lived.reported, lived.moved), channel.alerts());
    } finally {
      await store.close();
    }
  } finally {
    for (const server of servers) await server.stop();
    channel.close();
  }
}

/** What came of the members' turns. */
class Lived {
  readonly reported = new Set<string>();
  readonly moved = new Set<string>();
  readonly errors: string[] = [];
  readonly times: Record<Kind, number[]> = { ask: [], check: [], report: [], move: [] };
  readonly memory: number[] = [];
  readonly resident: number[] = [];
  seconds = 0;
}

async function liveTogether(
  { users, until, pauseMs, onHalf }: LoadOptions,
  channel: Channel,
  servers: readonly LoadServer[],
): Promise<Lived> {
  const lived = new Lived();
  const act = makeTurn(channel, servers, lived);
  const began = performance.now();
  const over = () => 'seconds' in until && performance.now() > began + until.seconds * 1_000;
  const goesOn = (turn: number) => ('seconds' in until ? !over() : turn < until.turnsEach);
  const live = async (member: Member, number: number) => {
    await sleep(Math.random() * pauseMs);
    for (let turn = 0; goesOn(turn); turn++) {
      const kind = mix[(number + turn * 7) % mix.length] as Kind;
      const at = performance.now();
      await act(kind, member).catch((error: Error) => lived.errors.push(`${kind}: ${error.message}`));
      lived.times[kind].push(performance.now() - at);
      await sleep(Math.random() * pauseMs);
    }
  };
  const watch = async () => {
    for (; 'seconds' in until && !over(); await sleep(memoryEveryMs)) {
      const all = await Promise.all(servers.map((server) => server.memory()));
      lived.memory.push(all.reduce((sum, { used }) => sum + used, 0) / 1e6);
      lived.resident.push(all.reduce((sum, { rss }) => sum + rss, 0) / 1e6);
    }
  };
  const half = async () => {
    if (onHalf === undefined || !('seconds' in until)) return;
    await sleep((until.seconds * 1_000) / 2);
    await onHalf();
  };
  await Promise.all([...crowd(users).map(live), watch(), half()]);
  lived.seconds = (performance.now() - began) / 1_000;
  return lived;
}

/** A member's turn goes to any of the servers. Where no incident waits to be moved, one is reported instead. */
function makeTurn(channel: Channel, servers: readonly LoadServer[], { reported, moved }: Lived) {
  const handlers = people.filter(({ groups }) => groups.includes('hr-casework'));
  const waiting: string[] = [];
  let nonces = 0;
  const report = async (url: string, member: Member) => {
    const said = await channel.press(url, member, 'file-report', reportForm(`nonce-load-${process.pid}-${nonces++}`));
    prove('report', said);
    const filed = referenceIn(said) ?? '';
    if (reported.has(filed)) throw new Error('a reference was given twice');
    reported.add(filed);
    waiting.push(filed);
  };
  const move = async (url: string, reference: string) => {
    const data = { reference, move: 'acknowledge', version: 1 };
    prove('move', await channel.press(url, any(handlers), 'move-incident', data));
    moved.add(reference);
  };
  return async (kind: Kind, member: Member): Promise<void> => {
    const { url } = any(servers);
    if (kind === 'ask') return prove(kind, await channel.say(url, member, any(questions)));
    if (kind === 'check') return prove(kind, await channel.say(url, member, `Can I post this? ${any(drafts)}`));
    const reference = kind === 'move' ? waiting.shift() : undefined;
    return reference === undefined ? report(url, member) : move(url, reference);
  };
}

function prove(kind: Kind, said: string): void {
  if (proofs[kind].test(said) && !trouble.test(said)) return;
  const texts = [...said.matchAll(/"(?:text|value)":"([^"]+)"/g)].map(([, text]) => text);
  throw new Error(`answered with ${texts.join(' | ').slice(0, 400)}`);
}

function summarise(lived: Lived, counted: Counted, alertsSent: number): LoadReport {
  const { times, seconds, errors, reported, moved, memory, resident } = lived;
  const turns = kinds.reduce((sum, kind) => sum + times[kind].length, 0);
  return {
    ...{ turns, perSecond: turns / seconds, memory, resident },
    waits: Object.fromEntries(kinds.map((kind) => [kind, waits(times[kind])])) as LoadReport['waits'],
    ...{ errors: errors.slice(0, 5), errorCount: errors.length, reports: reported.size, moves: moved.size },
    ...{ ...counted, alertsSent },
  };
}

function waits(times: number[]) {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { turns: times.length, p50: at(0.5), p99: at(0.99) };
}

function any<T>(list: readonly T[]): T {
  return list[Math.floor(Math.random() * list.length)] as T;
}
