/**
 * Lists, alerts and clocks, on a SQLite file: `node bench/casework.ts [incidents] [seconds]`, 100,000
 * incidents and 3 seconds for each figure unless told.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deliverDueAlerts } from '../src/casework/deliver-due-alerts.ts';
import { append } from '../src/casework/incident-record.ts';
import { type Casework, fileReport, myIncidents, realIds, runClocks } from '../src/casework/use-cases.ts';
import type { IncidentEvent } from '../src/incidents/incident.ts';
import { bankHolidays } from '../src/organisation/bank-holidays.ts';
import { readPeople } from '../src/organisation/people.ts';
import { readProcess } from '../src/organisation/process.ts';
import { readRouting } from '../src/organisation/routing.ts';
import { fileDirectory } from '../src/people/file-directory.ts';
import { passingKeyring } from '../src/store/keyring.ts';
import { openSqliteStore } from '../src/store/sqlite.ts';
import type { Change } from '../src/store/store.ts';

const many = Number(process.argv[2] ?? 100_000);
const seconds = Number(process.argv[3] ?? 3);
const people = readPeople('policy/people.yaml');
const who = (first: string) => people.find(({ name }) => name.startsWith(first)) as (typeof people)[number];
const [asha, priya, colin, tom] = ['Asha', 'Priya', 'Colin', 'Tom'].map(who) as [never, never, never, never];
const start = Date.parse('2026-06-08T08:00:00Z');
let now = new Date(start);

async function open(folder: string, file: string): Promise<Casework> {
  return {
    store: await openSqliteStore(join(folder, file), passingKeyring()),
    directory: fileDirectory(people),
    process: readProcess('policy/process.yaml'),
    routing: readRouting('policy/routing.yaml'),
    isHoliday: bankHolidays(),
    tenants: [people[0]?.tenant ?? ''],
    now: () => now,
    ids: realIds,
  };
}

const draft = {
  ...{ level: 'named', happened: 'He posted a picture of me with a cruel caption. '.repeat(10), when: 'last week' },
  ...{ safeNow: 'yes', subjects: [{ name: 'Tom Ashdown', oid: (tom as { oid: string }).oid }], managersTold: true },
};

/** Acts a second by so many callers at once, and the 99th percentile in ms. */
async function rate(callers: number, act: (n: number) => unknown): Promise<{ rate: number; p99: number }> {
  const times: number[] = [];
  let n = 0;
  const began = performance.now();
  const call = async () => {
    while (performance.now() < began + seconds * 1000) {
      const at = performance.now();
      await act(n++);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  times.sort((a, b) => a - b);
  return {
    rate: times.length / ((performance.now() - began) / 1000),
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
  };
}

async function alerts(folder: string): Promise<void> {
  const casework = await open(folder, 'alerts.db');
  for (let n = 0; n < 500; n += 50)
    await Promise.all(
      Array.from({ length: 50 }, (_, k) => fileReport(casework, asha, draft, `nonce-nonce-nonce-${n + k}`)),
    );
  const courier = {
    channel: 'personal-chat' as const,
    deliver: async () => ({ outcome: 'delivered' as const, messageId: null }),
  };
  const began = performance.now();
  const sent = await deliverDueAlerts(casework, { 'personal-chat': courier });
  const perSecond = sent / ((performance.now() - began) / 1000);
  print(`alerts: ${perSecond.toFixed(0)}/s claimed, sent to a channel that takes no time, and recorded`);
  await casework.store.close();
}

/** Incidents in the store: 30 open ones with Priya, the others ended long ago, or open with Colin and with their clocks running. */
async function fill(casework: Casework, total: number, rest: 'ended' | 'open'): Promise<void> {
  let batch: Change[] = [];
  for (let n = 0; n < total; n++) {
    const mine = n < 30;
    const handler = (mine ? priya : colin) as { oid: string };
    const at = new Date(start - (n % 30) * 86_400_000).toISOString();
    const base = { at, by: handler.oid };
    const events = [
      {
        ...{ kind: 'reported', at, by: 'reporter', reference: `CIP-${String(n).padStart(10, '0')}` },
        ...{ reporter: { level: 'named', oid: (asha as { oid: string }).oid, name: 'Asha' }, personType: 'employee' },
        parties: [{ part: 'subject', name: 'Tom', oid: (tom as { oid: string }).oid, candidates: [] }],
        report: {
          ...draft,
          aimedAt: null,
          platform: null,
          links: [],
          relation: null,
          characteristic: null,
          wanted: null,
        },
      },
      {
        ...base,
        kind: 'routed',
        by: 'clock',
        team: 'casework',
        caseManager: null,
        personType: 'employee',
        why: 'person type',
      },
      { ...base, kind: 'moved', move: 'acknowledge', from: 'submitted', to: 'acknowledged', duty: null, inputs: {} },
      ...(mine || rest === 'open'
        ? []
        : [
            {
              ...base,
              kind: 'moved',
              move: 'refer',
              from: 'acknowledged',
              to: 'referred-elsewhere',
              duty: null,
              inputs: {},
            },
          ]),
    ] as unknown as IncidentEvent[];
    batch.push(append(casework, { reporter: null }, events).change);
    if (batch.length < 500 && n < total - 1) continue;
    await casework.store.commit(batch);
    batch = [];
  }
}

async function lists(folder: string): Promise<void> {
  const p99s: number[] = [];
  for (const total of [1_000, many]) {
    now = new Date(start);
    const casework = await open(folder, `lists-${total}.db`);
    await fill(casework, total, 'ended');
    const mine = await rate(1, () => myIncidents(casework, priya));
    const ended = await rate(1, () => myIncidents(casework, priya, { phase: 'ended' }));
    p99s.push(mine.p99);
    print(
      `my incidents among ${total}: p99 ${mine.p99.toFixed(2)} ms (${mine.rate.toFixed(0)}/s); ended, first page: p99 ${ended.p99.toFixed(2)} ms`,
    );
    await casework.store.close();
  }
  print(`my incidents, p99 at ${many} against 1,000: ${((p99s[1] ?? 0) / (p99s[0] ?? 1)).toFixed(2)} times`);
}

async function clocks(folder: string): Promise<void> {
  now = new Date(start);
  const casework = await open(folder, 'clocks.db');
  await fill(casework, many, 'open');
  now = new Date('2020-01-01T00:00:00Z');
  const idle = await rate(1, () => runClocks(casework));
  print(`scheduler with ${many} incidents with running clocks, none due: p99 ${idle.p99.toFixed(2)} ms a round`);
  now = new Date(start);
  let raised = 0;
  const began = performance.now();
  while (performance.now() < began + seconds * 1000) raised += await runClocks(casework);
  print(
    `scheduler when all are due: ${(raised / ((performance.now() - began) / 1000)).toFixed(0)} incidents a second, each a durable commit with its alerts`,
  );
  await casework.store.close();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const folder = mkdtempSync(join(tmpdir(), 'casework-bench-'));
try {
  await alerts(folder);
  await lists(folder);
  await clocks(folder);
} finally {
  rmSync(folder, { recursive: true });
}
